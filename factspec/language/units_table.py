"""The table of units: what each is called, and what it comes to.

Sources of the factors: the SI brochure, the international yard and pound agreement of 1959, the American customary gallon,
bushel and ton, the oil barrel of 42 American gallons; a month and a year are means of the Gregorian calendar. What is not
here: exchange rates, and anything that reads a text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["MEASURES", "MONEY", "Row"]


class Row(NamedTuple):
    """One unit: its symbols (the first is canonical, case matters), its factor to the base unit, its names, its offset.

    Names are in the singular, in any case; the plural is formed by -s unless it stands behind "=" ("foot=feet").
    """

    symbols: str
    factor: float
    names: str = ""
    offset: float = 0.0


_POUND = 0.45359237
_GALLON = 3.785411784e-3
_YEAR = 31_556_952.0

MEASURES: Mapping[str, tuple[Row, ...]] = {
    "length": (
        Row("mm", 1e-3, "millimetre|millimeter"),
        Row("cm", 1e-2, "centimetre|centimeter"),
        Row("m", 1, "metre|meter"),
        Row("km|kms", 1e3, "kilometre|kilometer|klick"),
        Row("inch", 0.0254, "inch=inches"),
        Row("ft", 0.3048, "foot=feet"),
        Row("yd|yds", 0.9144, "yard"),
        Row("mile|mi", 1609.344, "mile"),
        Row("nmi|NM|nm", 1852, "nautical mile|sea mile"),
        Row("fathom", 1.8288, "fathom"),
        Row("light-year", 9.4607304725808e15, "light-year|light year"),
        Row("µm", 1e-6, "micron|micrometre|micrometer"),
    ),
    "mass": (
        Row("µg|mcg|μg", 1e-9, "microgram|microgramme"),
        Row("mg", 1e-6, "milligram|milligramme"),
        Row("g", 1e-3, "gram|gramme"),
        Row("kg|kgs", 1, "kilogram|kilogramme|kilo"),
        Row("t|MT", 1000, "tonne|metric ton|metric tonne"),
        Row("ton", 907.18474, "ton|short ton"),
        Row("long-ton", 1016.0469088, "long ton"),
        Row("oz", _POUND / 16, "ounce"),
        Row("lb|lbs", _POUND, "pound"),
        Row("stone", 14 * _POUND, "stone=stone"),
        Row("carat", 2e-4, "carat"),
        Row("troy-oz", 0.0311034768, "troy ounce"),
    ),
    "area": (
        Row("cm²|cm2", 1e-4, "square centimetre|square centimeter|sq cm"),
        Row("m²|m2|sqm", 1, "square metre|square meter|sq m|sq metre|sq meter"),
        Row("km²|km2", 1e6, "square kilometre|square kilometer|sq km|sq kilometre|sq kilometer"),
        Row("ha", 1e4, "hectare"),
        Row("acre", 4046.8564224, "acre"),
        Row("sq-ft|sqft|ft²", 0.09290304, "square foot=square feet|sq ft|sq foot=sq feet"),
        Row("sq-yd", 0.83612736, "square yard|sq yd|sq yard"),
        Row("sq-mile", 2_589_988.110336, "square mile|sq mile|sq mi"),
    ),
    "volume": (
        Row("mL|ml", 1e-6, "millilitre|milliliter"),
        Row("cL|cl", 1e-5, "centilitre|centiliter"),
        Row("L|l", 1e-3, "litre|liter|ltr"),
        Row("m³|m3", 1, "cubic metre|cubic meter|cu m"),
        Row("km³|km3", 1e9, "cubic kilometre|cubic kilometer"),
        Row("cu-ft", 0.028316846592, "cubic foot=cubic feet|cu ft"),
        Row("cu-yd", 0.764554857984, "cubic yard"),
        Row("gal", _GALLON, "gallon"),
        Row("pint", _GALLON / 8, "pint"),
        Row("quart", _GALLON / 4, "quart"),
        Row("bbl", 42 * _GALLON, "barrel"),
        Row("bushel", 0.03523907016688, "bushel"),
        Row("tbsp", 1.478676478125e-5, "tablespoon"),
        Row("tsp", 4.92892159375e-6, "teaspoon"),
    ),
    "time": (
        Row("ms", 1e-3, "millisecond"),
        Row("s|secs|sec", 1, "second"),
        Row("min|mins", 60, "minute"),
        Row("hour|h|hr|hrs", 3600, "hour"),
        Row("day", 86_400, "day"),
        Row("week|wk|wks", 604_800, "week"),
        Row("fortnight", 1_209_600, "fortnight"),
        Row("month|mths|mth", _YEAR / 12, "month"),
        Row("year|yr|yrs", _YEAR, "year"),
        Row("decade", 10 * _YEAR, "decade"),
        Row("century", 100 * _YEAR, "century=centuries"),
    ),
    "length/time": (
        Row("m/s|mps", 1),
        Row("km/h|kph|kmh|kmph|km/hr|KPH|KMPH", 1000 / 3600),
        Row("mph|MPH|mi/h", 0.44704),
        Row("knot|kt|kts|kn", 1852 / 3600, "knot"),
        Row("Mach", 340.29, "mach=mach"),
    ),
    "temperature": (
        Row(
            "°C|ºC|° C|C",
            1,
            "degree celsius=degrees celsius|degree centigrade=degrees centigrade|degree c=degrees c|celsius=celsius",
            273.15,
        ),
        Row("°F|ºF|F", 5 / 9, "degree fahrenheit=degrees fahrenheit|degree f=degrees f|fahrenheit=fahrenheit", 459.67 * 5 / 9),
        Row("K", 1, "kelvin"),
    ),
    "angle": (Row("°|º", 1, "degree"),),
    "energy": (
        Row("J", 1, "joule"),
        Row("kJ", 1e3, "kilojoule"),
        Row("kcal", 4184, "kilocalorie|calorie"),
        Row("kWh|KWh", 3.6e6, "kilowatt-hour|kilowatt hour"),
        Row("MWh", 3.6e9, "megawatt-hour|megawatt hour"),
        Row("GWh", 3.6e12, "gigawatt-hour|gigawatt hour"),
        Row("TWh", 3.6e15, "terawatt-hour|terawatt hour"),
        Row("BTU|Btu", 1055.05585262, "british thermal unit"),
        Row("kiloton", 4.184e12, "kiloton|kilotonne"),
        Row("megaton", 4.184e15, "megaton|megatonne"),
    ),
    "power": (
        Row("W", 1, "watt"),
        Row("kW|KW", 1e3, "kilowatt"),
        Row("MW", 1e6, "megawatt"),
        Row("GW", 1e9, "gigawatt"),
        Row("TW", 1e12, "terawatt"),
        Row("hp|bhp", 745.69987158227, "horsepower=horsepower"),
    ),
    "pressure": (
        Row("hPa|mb|mbar", 100, "millibar|hectopascal"),
        Row("kPa", 1e3, "kilopascal"),
        Row("psi", 6894.757293168),
    ),
    "voltage": (Row("V", 1, "volt"), Row("kV|KV", 1e3, "kilovolt")),
    "frequency": (
        Row("Hz", 1, "hertz=hertz"),
        Row("kHz", 1e3, "kilohertz=kilohertz"),
        Row("MHz", 1e6, "megahertz=megahertz"),
        Row("GHz", 1e9, "gigahertz=gigahertz"),
    ),
    "data": (
        Row("bit", 0.125, "bit"),
        Row("byte", 1, "byte"),
        Row("kB|KB|kb", 1e3, "kilobyte"),
        Row("MB|mb", 1e6, "megabyte"),
        Row("GB|gb", 1e9, "gigabyte"),
        Row("TB|tb", 1e12, "terabyte"),
        Row("PB", 1e15, "petabyte"),
        Row("Mbit|Mb", 125e3, "megabit"),
        Row("Gbit|Gb", 125e6, "gigabit"),
    ),
    "radiation dose": (
        Row("µSv", 1e-6, "microsievert"),
        Row("mSv", 1e-3, "millisievert"),
        Row("Sv", 1, "sievert"),
    ),
    "loudness": (Row("dB", 1, "decibel"),),
    "magnitude": (Row("magnitude", 1, "magnitude"),),
    "ratio": (
        Row("1", 1),
        Row("%|pct|pc", 1e-2, "percent=percents|per cent=per cents"),
        Row("‰", 1e-3, "per mille=per mille|per mil=per mil"),
    ),
    "percentage point": (
        Row("pp", 1, "percentage point|percent point|per cent point"),
        Row("bp|bps", 1e-2, "basis point"),
    ),
}
"""Dimension → its units."""

MONEY: Mapping[str, tuple[Row, ...]] = {
    "USD": (
        Row("USD|$|US$|U.S.$|USD$", 1, "dollar|usd=usd|US dollar|U.S. dollar|American dollar|United States dollar"),
        Row("cent|¢", 0.01, "cent|US cent|U.S. cent"),
    ),
    "EUR": (Row("EUR|€", 1, "euro|eur=eur"), Row("euro-cent", 0.01, "euro cent|eurocent")),
    "GBP": (
        Row("GBP|£|UK£", 1, "gbp=gbp|pound sterling=pounds sterling|British pound|quid=quid|sterling=sterling"),
        Row("penny|p", 0.01, "penny=pence"),
    ),
    "JPY": (Row("JPY|¥|JP¥", 1, "yen=yen|Japanese yen=Japanese yen"),),
    "CNY": (Row("CNY|CN¥|RMB|元", 1, "yuan=yuan|Chinese yuan=Chinese yuan|renminbi=renminbi"),),
    "INR": (Row("INR|₹|Rs|Rs.|Re", 1, "rupee|Indian rupee"), Row("paisa", 0.01, "paisa=paise")),
    "AUD": (Row("AUD|A$|AU$|AUD$", 1, "Australian dollar"),),
    "CAD": (Row("CAD|C$|CA$|CAD$", 1, "Canadian dollar"),),
    "NZD": (Row("NZD|NZ$|NZD$", 1, "New Zealand dollar"),),
    "HKD": (Row("HKD|HK$", 1, "Hong Kong dollar"),),
    "SGD": (Row("SGD|S$", 1, "Singapore dollar|Singaporean dollar"),),
    "TWD": (Row("TWD|NT$", 1, "Taiwan dollar|New Taiwan dollar|Taiwanese dollar"),),
    "JMD": (Row("JMD|J$", 1, "Jamaican dollar"),),
    "CHF": (Row("CHF|SFr", 1, "Swiss franc"),),
    "SEK": (Row("SEK", 1, "Swedish krona=Swedish kronor|Swedish crown"),),
    "NOK": (Row("NOK", 1, "Norwegian krone=Norwegian kroner|Norwegian crown"),),
    "DKK": (Row("DKK", 1, "Danish krone=Danish kroner|Danish crown"),),
    "PLN": (Row("PLN", 1, "zloty|Polish zloty"),),
    "CZK": (Row("CZK", 1, "koruna|Czech koruna|Czech crown"),),
    "HUF": (Row("HUF", 1, "forint|Hungarian forint"),),
    "RUB": (Row("RUB|₽", 1, "rouble|ruble|Russian rouble|Russian ruble"),),
    "UAH": (Row("UAH|₴", 1, "hryvnia|hryvnia=hryvnias|Ukrainian hryvnia"),),
    "TRY": (Row("TRY|₺", 1, "lira|Turkish lira"),),
    "ILS": (Row("ILS|₪|NIS", 1, "shekel|Israeli shekel|new shekel"),),
    "IRR": (Row("IRR", 1, "rial|Iranian rial"), Row("toman", 10, "toman")),
    "SAR": (Row("SAR", 1, "riyal|Saudi riyal"),),
    "QAR": (Row("QAR", 1, "Qatari riyal"),),
    "AED": (Row("AED|Dh|Dhs", 1, "dirham|UAE dirham|Emirati dirham"),),
    "IQD": (Row("IQD", 1, "Iraqi dinar"),),
    "KWD": (Row("KWD", 1, "Kuwaiti dinar"),),
    "JOD": (Row("JOD", 1, "Jordanian dinar"),),
    "EGP": (Row("EGP|E£", 1, "Egyptian pound"),),
    "LBP": (Row("LBP", 1, "Lebanese pound|Lebanese lira"),),
    "SYP": (Row("SYP", 1, "Syrian pound"),),
    "PKR": (Row("PKR", 1, "Pakistani rupee|Pakistan rupee"),),
    "LKR": (Row("LKR", 1, "Sri Lankan rupee"),),
    "NPR": (Row("NPR", 1, "Nepali rupee|Nepalese rupee"),),
    "BDT": (Row("BDT|৳|Tk", 1, "taka|Bangladeshi taka"),),
    "IDR": (Row("IDR|Rp", 1, "rupiah=rupiah|Indonesian rupiah=Indonesian rupiah"),),
    "MYR": (Row("MYR|RM", 1, "ringgit=ringgit|Malaysian ringgit=Malaysian ringgit"),),
    "THB": (Row("THB|฿", 1, "baht=baht|Thai baht=Thai baht"),),
    "VND": (Row("VND|₫", 1, "Vietnamese dong=Vietnamese dong"),),
    "PHP": (Row("PHP|₱", 1, "Philippine peso"),),
    "KRW": (Row("KRW|₩", 1, "South Korean won=South Korean won|Korean won=Korean won"),),
    "MXN": (Row("MXN|MX$|Mex$|MXN$", 1, "Mexican peso"),),
    "ARS": (Row("ARS|AR$", 1, "Argentine peso|Argentinian peso"),),
    "CLP": (Row("CLP", 1, "Chilean peso"),),
    "COP": (Row("COP", 1, "Colombian peso"),),
    "BRL": (Row("BRL|R$", 1, "reais=reais|Brazilian real=Brazilian reais"),),
    "ZAR": (Row("ZAR", 1, "rand=rand|South African rand=South African rand"),),
    "NGN": (Row("NGN|₦", 1, "naira=naira|Nigerian naira=Nigerian naira"),),
    "GHS": (Row("GHS|GH₵", 1, "cedi|Ghanaian cedi"),),
    "KES": (Row("KES|Ksh|KSh", 1, "Kenyan shilling"),),
    "UGX": (Row("UGX", 1, "Ugandan shilling"),),
    "ETB": (Row("ETB", 1, "birr=birr|Ethiopian birr=Ethiopian birr"),),
    "AFN": (Row("AFN", 1, "afghani"),),
    "GEL": (Row("GEL|₾", 1, "Georgian lari"),),
    "KZT": (Row("KZT|₸", 1, "tenge=tenge"),),
    "LAK": (Row("LAK|₭", 1, "Lao kip=Lao kip"),),
    "CRC": (Row("CRC|₡", 1, "Costa Rican colon"),),
    "BTC": (Row("BTC|₿", 1, "bitcoin"),),
    "DEM": (Row("DEM", 1, "Deutsche mark|Deutschmark|German mark"),),
    "FIM": (Row("FIM", 1, "markka=markka|Finnish markka=Finnish markka"),),
    "NLG": (Row("NLG", 1, "guilder|Dutch guilder"),),
    "ESP": (Row("ESP", 1, "peseta|Spanish peseta"),),
    "FRF": (Row("FRF", 1, "French franc"),),
    "ITL": (Row("ITL", 1, "Italian lira=Italian lire"),),
    "franc": (Row("franc", 1, "franc"),),
    "peso": (Row("peso", 1, "peso"),),
    "dinar": (Row("dinar", 1, "dinar"),),
    "krona": (Row("krona", 1, "krona=kronor"),),
    "krone": (Row("krone", 1, "krone=kroner"),),
}
"""Currency (its ISO code, or a bare word that leaves the country open) → its units; "dollar" alone is the American."""
