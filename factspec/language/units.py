"""Units of English news and what they come to in one another.

Read are the names and symbols below, each in singular, plural, British and American spelling, and rates such as
"dollars a barrel", "km/h" or "gallons per minute". A symbol is canonical: one for a unit, whatever way it was written.
Each currency is a dimension of its own, so that nothing here knows an exchange rate. Not read are units without a number
(see `recognisers.quantities`), and the pound of money is not told from the pound of weight: that needs a sentence.

Sources of the factors: the SI brochure, the international yard and pound agreement of 1959, the American customary
gallon, bushel and ton, the oil barrel of 42 American gallons; months and years are means of the Gregorian calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["CURRENCIES", "CURRENCY_SIGNS", "UNITS", "Unit", "convert", "read_rate", "read_unit", "unit_of"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its canonical symbol; value × factor + offset is the value in the base unit of its dimension."""

    symbol: str
    dimension: str
    factor: float
    offset: float = 0.0


class _Row(NamedTuple):
    """One unit: its symbols (the first is canonical, case matters) and its names (case does not; plurals are derived)."""

    symbols: str
    factor: float
    names: str = ""
    offset: float = 0.0


_POUND = 0.45359237
_GALLON = 3.785411784e-3
_YEAR = 31_556_952.0

_MEASURES: Mapping[str, tuple[_Row, ...]] = {
    "length": (
        _Row("mm", 1e-3, "millimetre|millimeter"),
        _Row("cm", 1e-2, "centimetre|centimeter"),
        _Row("m", 1, "metre|meter"),
        _Row("km|kms", 1e3, "kilometre|kilometer|klick"),
        _Row("inch", 0.0254, "inch=inches"),
        _Row("ft", 0.3048, "foot=feet"),
        _Row("yd|yds", 0.9144, "yard"),
        _Row("mile|mi", 1609.344, "mile"),
        _Row("nmi|NM|nm", 1852, "nautical mile|sea mile"),
        _Row("fathom", 1.8288, "fathom"),
        _Row("light-year", 9.4607304725808e15, "light-year|light year"),
        _Row("µm", 1e-6, "micron|micrometre|micrometer"),
    ),
    "mass": (
        _Row("µg|mcg|μg", 1e-9, "microgram|microgramme"),
        _Row("mg", 1e-6, "milligram|milligramme"),
        _Row("g", 1e-3, "gram|gramme"),
        _Row("kg|kgs", 1, "kilogram|kilogramme|kilo"),
        _Row("t|MT", 1000, "tonne|metric ton|metric tonne"),
        _Row("ton", 907.18474, "ton|short ton"),
        _Row("long-ton", 1016.0469088, "long ton"),
        _Row("oz", _POUND / 16, "ounce"),
        _Row("lb|lbs", _POUND, "pound"),
        _Row("stone", 14 * _POUND, "stone=stone"),
        _Row("carat", 2e-4, "carat"),
        _Row("troy-oz", 0.0311034768, "troy ounce"),
    ),
    "area": (
        _Row("cm²|cm2", 1e-4, "square centimetre|square centimeter|sq cm"),
        _Row("m²|m2|sqm", 1, "square metre|square meter|sq m|sq metre|sq meter"),
        _Row("km²|km2", 1e6, "square kilometre|square kilometer|sq km|sq kilometre|sq kilometer"),
        _Row("ha", 1e4, "hectare"),
        _Row("acre", 4046.8564224, "acre"),
        _Row("sq-ft|sqft|ft²", 0.09290304, "square foot=square feet|sq ft|sq foot=sq feet"),
        _Row("sq-yd", 0.83612736, "square yard|sq yd|sq yard"),
        _Row("sq-mile", 2_589_988.110336, "square mile|sq mile|sq mi"),
    ),
    "volume": (
        _Row("mL|ml", 1e-6, "millilitre|milliliter"),
        _Row("cL|cl", 1e-5, "centilitre|centiliter"),
        _Row("L|l", 1e-3, "litre|liter|ltr"),
        _Row("m³|m3", 1, "cubic metre|cubic meter|cu m"),
        _Row("km³|km3", 1e9, "cubic kilometre|cubic kilometer"),
        _Row("cu-ft", 0.028316846592, "cubic foot=cubic feet|cu ft"),
        _Row("cu-yd", 0.764554857984, "cubic yard"),
        _Row("gal", _GALLON, "gallon"),
        _Row("pint", _GALLON / 8, "pint"),
        _Row("quart", _GALLON / 4, "quart"),
        _Row("bbl", 42 * _GALLON, "barrel"),
        _Row("bushel", 0.03523907016688, "bushel"),
        _Row("tbsp", 1.478676478125e-5, "tablespoon"),
        _Row("tsp", 4.92892159375e-6, "teaspoon"),
    ),
    "time": (
        _Row("ms", 1e-3, "millisecond"),
        _Row("s|secs|sec", 1, "second"),
        _Row("min|mins", 60, "minute"),
        _Row("hour|h|hr|hrs", 3600, "hour"),
        _Row("day", 86_400, "day"),
        _Row("week|wk|wks", 604_800, "week"),
        _Row("fortnight", 1_209_600, "fortnight"),
        _Row("month|mths|mth", _YEAR / 12, "month"),
        _Row("year|yr|yrs", _YEAR, "year"),
        _Row("decade", 10 * _YEAR, "decade"),
        _Row("century", 100 * _YEAR, "century=centuries"),
    ),
    "length/time": (
        _Row("m/s|mps", 1),
        _Row("km/h|kph|kmh|kmph|km/hr|KPH|KMPH", 1000 / 3600),
        _Row("mph|MPH|mi/h", 0.44704),
        _Row("knot|kt|kts|kn", 1852 / 3600, "knot"),
        _Row("Mach", 340.29, "mach=mach"),
    ),
    "temperature": (
        _Row(
            "°C|ºC|° C|C",
            1,
            "degree celsius=degrees celsius|degree centigrade=degrees centigrade|degree c=degrees c|celsius=celsius|centigrade=centigrade",
            273.15,
        ),
        _Row("°F|ºF|F", 5 / 9, "degree fahrenheit=degrees fahrenheit|degree f=degrees f|fahrenheit=fahrenheit", 459.67 * 5 / 9),
        _Row("K", 1, "kelvin"),
    ),
    "angle": (_Row("°|º", 1, "degree"),),
    "energy": (
        _Row("J", 1, "joule"),
        _Row("kJ", 1e3, "kilojoule"),
        _Row("kcal", 4184, "kilocalorie|calorie"),
        _Row("kWh|KWh", 3.6e6, "kilowatt-hour|kilowatt hour"),
        _Row("MWh", 3.6e9, "megawatt-hour|megawatt hour"),
        _Row("GWh", 3.6e12, "gigawatt-hour|gigawatt hour"),
        _Row("TWh", 3.6e15, "terawatt-hour|terawatt hour"),
        _Row("BTU|Btu", 1055.05585262, "british thermal unit"),
        _Row("kiloton", 4.184e12, "kiloton|kilotonne"),
        _Row("megaton", 4.184e15, "megaton|megatonne"),
    ),
    "power": (
        _Row("W", 1, "watt"),
        _Row("kW|KW", 1e3, "kilowatt"),
        _Row("MW", 1e6, "megawatt"),
        _Row("GW", 1e9, "gigawatt"),
        _Row("TW", 1e12, "terawatt"),
        _Row("hp|bhp", 745.69987158227, "horsepower=horsepower"),
    ),
    "pressure": (
        _Row("hPa|mb|mbar", 100, "millibar|hectopascal"),
        _Row("kPa", 1e3, "kilopascal"),
        _Row("psi", 6894.757293168),
    ),
    "voltage": (_Row("V", 1, "volt"), _Row("kV|KV", 1e3, "kilovolt")),
    "frequency": (
        _Row("Hz", 1, "hertz=hertz"),
        _Row("kHz", 1e3, "kilohertz=kilohertz"),
        _Row("MHz", 1e6, "megahertz=megahertz"),
        _Row("GHz", 1e9, "gigahertz=gigahertz"),
    ),
    "data": (
        _Row("bit", 0.125, "bit"),
        _Row("byte", 1, "byte"),
        _Row("kB|KB|kb", 1e3, "kilobyte"),
        _Row("MB|mb", 1e6, "megabyte"),
        _Row("GB|gb", 1e9, "gigabyte"),
        _Row("TB|tb", 1e12, "terabyte"),
        _Row("PB", 1e15, "petabyte"),
        _Row("Mbit|Mb", 125e3, "megabit"),
        _Row("Gbit|Gb", 125e6, "gigabit"),
    ),
    "radiation dose": (
        _Row("µSv", 1e-6, "microsievert"),
        _Row("mSv", 1e-3, "millisievert"),
        _Row("Sv", 1, "sievert"),
    ),
    "loudness": (_Row("dB", 1, "decibel"),),
    "magnitude": (_Row("magnitude", 1, "magnitude"),),
    "ratio": (
        _Row("1", 1),
        _Row("%|pct|pc", 1e-2, "percent=percents|per cent=per cents|percentage"),
        _Row("‰", 1e-3, "per mille=per mille|per mil=per mil"),
    ),
    "percentage point": (
        _Row("pp", 1, "percentage point|percent point|per cent point"),
        _Row("bp|bps", 1e-2, "basis point"),
    ),
}
"""Dimension → its units. A name is given in the singular, "singular=plural" where the plural is not formed by -s."""

_MONEY: Mapping[str, tuple[_Row, ...]] = {
    "USD": (
        _Row("USD|$|US$|U.S.$|USD$", 1, "dollar|US dollar|U.S. dollar|American dollar|United States dollar"),
        _Row("cent|¢", 0.01, "cent|US cent|U.S. cent"),
    ),
    "EUR": (_Row("EUR|€", 1, "euro"), _Row("euro-cent", 0.01, "euro cent|eurocent")),
    "GBP": (
        _Row("GBP|£|UK£", 1, "pound sterling=pounds sterling|British pound|quid=quid|sterling=sterling"),
        _Row("penny|p", 0.01, "penny=pence"),
    ),
    "JPY": (_Row("JPY|¥|JP¥", 1, "yen=yen|Japanese yen=Japanese yen"),),
    "CNY": (_Row("CNY|CN¥|RMB|元", 1, "yuan=yuan|Chinese yuan=Chinese yuan|renminbi=renminbi"),),
    "INR": (_Row("INR|₹|Rs|Rs.|Re", 1, "rupee|Indian rupee"), _Row("paisa", 0.01, "paisa=paise")),
    "AUD": (_Row("AUD|A$|AU$|AUD$", 1, "Australian dollar"),),
    "CAD": (_Row("CAD|C$|CA$|CAD$", 1, "Canadian dollar"),),
    "NZD": (_Row("NZD|NZ$|NZD$", 1, "New Zealand dollar"),),
    "HKD": (_Row("HKD|HK$", 1, "Hong Kong dollar"),),
    "SGD": (_Row("SGD|S$", 1, "Singapore dollar|Singaporean dollar"),),
    "TWD": (_Row("TWD|NT$", 1, "Taiwan dollar|New Taiwan dollar|Taiwanese dollar"),),
    "JMD": (_Row("JMD|J$", 1, "Jamaican dollar"),),
    "CHF": (_Row("CHF|SFr", 1, "Swiss franc"),),
    "SEK": (_Row("SEK", 1, "Swedish krona=Swedish kronor|Swedish crown"),),
    "NOK": (_Row("NOK", 1, "Norwegian krone=Norwegian kroner|Norwegian crown"),),
    "DKK": (_Row("DKK", 1, "Danish krone=Danish kroner|Danish crown"),),
    "PLN": (_Row("PLN", 1, "zloty|Polish zloty"),),
    "CZK": (_Row("CZK", 1, "koruna|Czech koruna|Czech crown"),),
    "HUF": (_Row("HUF", 1, "forint|Hungarian forint"),),
    "RUB": (_Row("RUB|₽", 1, "rouble|ruble|Russian rouble|Russian ruble"),),
    "UAH": (_Row("UAH|₴", 1, "hryvnia|hryvnia=hryvnias|Ukrainian hryvnia"),),
    "TRY": (_Row("TRY|₺", 1, "lira|Turkish lira"),),
    "ILS": (_Row("ILS|₪|NIS", 1, "shekel|Israeli shekel|new shekel"),),
    "IRR": (_Row("IRR", 1, "rial|Iranian rial"), _Row("toman", 10, "toman")),
    "SAR": (_Row("SAR", 1, "riyal|Saudi riyal"),),
    "QAR": (_Row("QAR", 1, "Qatari riyal"),),
    "AED": (_Row("AED|Dh|Dhs", 1, "dirham|UAE dirham|Emirati dirham"),),
    "IQD": (_Row("IQD", 1, "Iraqi dinar"),),
    "KWD": (_Row("KWD", 1, "Kuwaiti dinar"),),
    "JOD": (_Row("JOD", 1, "Jordanian dinar"),),
    "EGP": (_Row("EGP|E£", 1, "Egyptian pound"),),
    "LBP": (_Row("LBP", 1, "Lebanese pound|Lebanese lira"),),
    "SYP": (_Row("SYP", 1, "Syrian pound"),),
    "PKR": (_Row("PKR", 1, "Pakistani rupee|Pakistan rupee"),),
    "LKR": (_Row("LKR", 1, "Sri Lankan rupee"),),
    "NPR": (_Row("NPR", 1, "Nepali rupee|Nepalese rupee"),),
    "BDT": (_Row("BDT|৳|Tk", 1, "taka|Bangladeshi taka"),),
    "IDR": (_Row("IDR|Rp", 1, "rupiah=rupiah|Indonesian rupiah=Indonesian rupiah"),),
    "MYR": (_Row("MYR|RM", 1, "ringgit=ringgit|Malaysian ringgit=Malaysian ringgit"),),
    "THB": (_Row("THB|฿", 1, "baht=baht|Thai baht=Thai baht"),),
    "VND": (_Row("VND|₫", 1, "Vietnamese dong=Vietnamese dong"),),
    "PHP": (_Row("PHP|₱", 1, "Philippine peso"),),
    "KRW": (_Row("KRW|₩", 1, "South Korean won=South Korean won|Korean won=Korean won"),),
    "MXN": (_Row("MXN|MX$|Mex$|MXN$", 1, "Mexican peso"),),
    "ARS": (_Row("ARS|AR$", 1, "Argentine peso|Argentinian peso"),),
    "CLP": (_Row("CLP", 1, "Chilean peso"),),
    "COP": (_Row("COP", 1, "Colombian peso"),),
    "BRL": (_Row("BRL|R$", 1, "reais=reais|Brazilian real=Brazilian reais"),),
    "ZAR": (_Row("ZAR", 1, "rand=rand|South African rand=South African rand"),),
    "NGN": (_Row("NGN|₦", 1, "naira=naira|Nigerian naira=Nigerian naira"),),
    "GHS": (_Row("GHS|GH₵", 1, "cedi|Ghanaian cedi"),),
    "KES": (_Row("KES|Ksh|KSh", 1, "Kenyan shilling"),),
    "UGX": (_Row("UGX", 1, "Ugandan shilling"),),
    "ETB": (_Row("ETB", 1, "birr=birr|Ethiopian birr=Ethiopian birr"),),
    "AFN": (_Row("AFN", 1, "afghani"),),
    "GEL": (_Row("GEL|₾", 1, "Georgian lari"),),
    "KZT": (_Row("KZT|₸", 1, "tenge=tenge"),),
    "LAK": (_Row("LAK|₭", 1, "Lao kip=Lao kip"),),
    "CRC": (_Row("CRC|₡", 1, "Costa Rican colon"),),
    "BTC": (_Row("BTC|₿", 1, "bitcoin"),),
    "DEM": (_Row("DEM", 1, "Deutsche mark|Deutschmark|German mark"),),
    "FIM": (_Row("FIM", 1, "markka=markka|Finnish markka=Finnish markka"),),
    "NLG": (_Row("NLG", 1, "guilder|Dutch guilder"),),
    "ESP": (_Row("ESP", 1, "peseta|Spanish peseta"),),
    "FRF": (_Row("FRF", 1, "French franc"),),
    "ITL": (_Row("ITL", 1, "Italian lira=Italian lire"),),
    "franc": (_Row("franc", 1, "franc"),),
    "peso": (_Row("peso", 1, "peso"),),
    "dinar": (_Row("dinar", 1, "dinar"),),
    "krona": (_Row("krona", 1, "krona=kronor"),),
    "krone": (_Row("krone", 1, "krone=kroner"),),
}
"""Currency (its ISO code or, where a bare word leaves the country open, that word) → its units; "dollar" alone is the American."""

_COUNTED = {"share": "share", "person": "person|head|capita", "unit": "unit", "vote": "vote", "ticket": "ticket"}
_PER_MONEY = (
    "bbl share year month week day hour min person t ton kg lb oz troy-oz gal L bushel acre ha m² sq-ft mile km MWh kWh unit"
    " vote ticket"
).split()
_PRICED = "USD cent EUR GBP penny JPY CNY INR AUD CAD HKD CHF RUB ZAR".split()
_PER_TIME = "s min hour day week month year".split()
_FLOWING = ("length", "mass", "volume", "area", "data")
_RATE_NAMES = {"km/hour": "km/h", "mile/hour": "mph", "nmi/hour": "knot", "bpd": "bbl/day", "b/d": "bbl/day", "cfs": "cu-ft/s"}
"""Rates that have a symbol of their own."""


def _forms(names: str) -> Iterator[str]:
    """The names of a row in singular and plural, in lower case."""
    for name in filter(None, names.lower().split("|")):
        one, _, many = name.partition("=")
        yield from (one, many or one + ("es" if one.endswith("ch") else "s"))


def _rates(units: Mapping[str, Unit]) -> Iterator[Unit]:
    counted = {name: Unit(name, name, 1.0) for name in _COUNTED}
    for head in units.values():
        pers = _PER_MONEY if head.symbol in _PRICED else _PER_TIME if head.dimension in _FLOWING else ()
        for per in (units.get(name) or counted[name] for name in pers):
            yield Unit(f"{head.symbol}/{per.symbol}", f"{head.dimension}/{per.dimension}", head.factor / per.factor)


def _simple() -> dict[str, Unit]:
    tables = (_MEASURES, _MONEY)
    rows = ((dimension, row) for table in tables for dimension, group in table.items() for row in group)
    return {unit.symbol: unit for unit in (Unit(row.symbols.split("|")[0], kind, row.factor, row.offset) for kind, row in rows)}


def _spellings() -> tuple[dict[str, str], dict[str, str]]:
    """Symbols as written, and names in lower case, each to the canonical symbol."""
    symbols, names = dict(_RATE_NAMES), {}
    for row in (row for table in (_MEASURES, _MONEY) for group in table.values() for row in group):
        first, *others = row.symbols.split("|")
        symbols.update(dict.fromkeys((first, *others), first))
        names.update(dict.fromkeys(_forms(row.names), first))
    return symbols, names


_SIMPLE = _simple()
UNITS: Mapping[str, Unit] = {rate.symbol: rate for rate in _rates(_SIMPLE)} | _SIMPLE
"""Canonical symbol → unit: measures, currencies, and the rates of either ("USD/bbl", "bbl/day")."""

CURRENCIES = frozenset(_MONEY)
"""The dimensions that are money."""

_SYMBOLS, _NAMES = _spellings()
_PER_SPELLINGS = {form: symbol for symbol, names in _COUNTED.items() for form in _forms(names)}
_FIRST_WORDS = frozenset(name.split(" ")[0] for name in _NAMES if " " in name)

CURRENCY_SIGNS: Mapping[str, str] = {
    sign: symbol for sign, symbol in _SYMBOLS.items() if UNITS[symbol].dimension in CURRENCIES and sign not in {"p", "¢", "penny", "cent"}
}
"""What stands before an amount of money ("US$", "€", "Rs", "EUR") → currency."""


def convert(value: float, unit: str, to: str) -> float | None:
    """Return `value` of `unit` in the unit `to`, both canonical symbols, to 12 digits; None where their dimensions differ.

    A bare count ("") converts into nothing but itself; a proportion is the unit "1", so that 0.2 of it is 20 of "%".
    """
    if unit == to:
        return value
    here, there = UNITS.get(unit), UNITS.get(to)
    if here is None or there is None or here.dimension != there.dimension:
        return None
    return float(f"{(value * here.factor + here.offset - there.offset) / there.factor:.12g}")


def unit_of(words: str) -> Unit | None:
    """Return the unit that `words` name as a whole ("nautical miles", "km", "%", "dollars a barrel", "USD/bbl")."""
    plain = " ".join(words.split())
    symbol = _spelt(plain)
    if symbol is None and (rate := _RATE_WORDS.fullmatch(plain)):
        symbol = _joined(_spelt(rate[1]), rate[2])
    return UNITS[symbol] if symbol else None


def _spelt(words: str) -> str | None:
    if words in UNITS:
        return words
    return _SYMBOLS.get(words) or _NAMES.get(words.lower()) or _NAMES.get(words.lower().replace("-", " "))


def _joined(head: str | None, per: str) -> str | None:
    """The rate of a unit by what is named after "per", where there is such a rate."""
    below = _spelt(per) or _PER_SPELLINGS.get(per.lower())
    rate = f"{head}/{below}"
    rate = _RATE_NAMES.get(rate, rate)
    return rate if rate in UNITS else None


_RATE_WORDS = re.compile(r"(.+?)(?: (?:per|an?|each) |-(?:per|an?)-|/)(.+)")
_GAP = r"(?:[^\S\n]?\n?|-)"
_WORD = r"[^\W\d_]+"
_UNIT = re.compile(rf"({_GAP})(%|‰|[°º] ?[CF]\b|[°º¢€£¥₹$]|U\.S\. {_WORD}|{_WORD}(?:/{_WORD}|[²³]|[23](?![\w-]))?)(?![\w²³])")
_NEXT = re.compile(rf"{_GAP}({_WORD})(?!\w)")
_RATE = re.compile(rf"(?:\s(?:per|an?|each)\s|-(?:per|an?)-|/)({_WORD}(?:[- ]{_WORD})?)(?!\w)|\s(?:annually|yearly|per annum)(?!\w)")
_ONLY_ATTACHED = frozenset("C F K g h t p l L V W J T NM nm mb Mb kn kt kb Re RM Dh Rp Tk".split())
_NEVER = frozenset({"K", "1", "Re", "MT", "s"})


def read_unit(text: str, at: int) -> tuple[str, int] | None:
    """Return the canonical symbol of the unit that follows a number ending at `at`, and where it ends.

    One blank, a line break or a hyphen may stand between ("12-day", "5 km"); most one-letter symbols must be attached
    ("24C"), so that a word of one letter is never a unit.
    """
    found = _UNIT.match(text, at)
    if not found:
        return None
    named = _named(text, found)
    if not named:
        return None
    symbol, end = named
    return read_rate(text, end, symbol) or named


def read_rate(text: str, at: int, symbol: str) -> tuple[str, int] | None:
    """Return the rate that "a barrel", "per share", "/day" or "annually" at `at` makes of the unit `symbol`, and its end.

    The longer of two readings wins: "a square foot" before "a square".
    """
    rate = _RATE.match(text, at)
    if not rate:
        return None
    if rate[1] is None:
        joined = _joined(symbol, "year")
        return (joined, rate.end()) if joined else None
    for per in dict.fromkeys((rate[1], re.split(r"[- ]", rate[1], maxsplit=1)[0])):
        joined = _joined(symbol, per.replace("-", " "))
        if joined:
            return joined, rate.start(1) + len(per)
    return None


def _named(text: str, found: re.Match[str]) -> tuple[str, int] | None:
    gap, word = found.groups()
    lower = word.lower()
    if lower.removeprefix("u.s. ") in _FIRST_WORDS or " " in lower:
        longer = _longest(text, found.end(), lower)
        if longer:
            return longer
    if len(lower) > 2 and lower in _NAMES:
        return _NAMES[lower], found.end()
    symbol = _SYMBOLS.get(word.replace(" ", "")) or (word if "/" in word and word in UNITS else None)
    if symbol is None or word in _NEVER or (gap and word in _ONLY_ATTACHED):
        return None
    return symbol, found.end()


def _longest(text: str, end: int, words: str) -> tuple[str, int] | None:
    """The longest name of several words that begins with `words`, of which the last ends at `end`."""
    best = None
    for _ in range(2):
        if words in _NAMES:
            best = _NAMES[words], end
        following = _NEXT.match(text, end)
        if not following:
            return best
        words, end = f"{words} {following[1].lower()}", following.end()
    return (_NAMES[words], end) if words in _NAMES else best
