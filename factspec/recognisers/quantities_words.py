"""Quantities in words that are no plain numeral: "dozens", "half a million", "a third of", "no one", "twice", "one".

Read are vague counts, parts of something, nothing, multiples, ordinals and the one that counts. Not read are the same
words in another sense: "second half", "nobody knows", "ground zero", "one of the", "a second later", "at first".
The nominal value of a vague word is its low end: dozens are 24, hundreds 200, but hundreds of thousands 100,000.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from factspec.language.numerals import DENOMINATORS, SCALES, Numeral, read_scale
from factspec.language.units import read_unit
from factspec.model import Comparator
from factspec.recognisers import quantities_labels as labels
from factspec.recognisers.quantities_amounts import Amount, with_unit

__all__ = ["VAGUE", "counts_one", "nothing", "ordinal", "part", "times", "vague"]

# ---------------------------------------------------------------- vague

VAGUE: Mapping[str, float] = {
    "dozens": 24, "scores": 40, "tens": 10, "hundreds": 200, "thousands": 2000, "millions": 2e6, "billions": 2e9,
    "trillions": 2e12, "lakhs": 2e5, "crores": 2e7, "several": 3, "few": 3, "many": 10, "handful": 5, "couple": 2,
}  # fmt: skip
"""Word → the nominal value: the least that it says."""

_EXACT = {"pair": 2, "trio": 3, "quartet": 4}
_GROUPS = re.compile(r"\sof\s(dozens|hundreds|thousands|millions|billions|trillions|lakhs|crores)\b", re.IGNORECASE)
_SINGLE = {"dozens": 12, "tens": 10, "hundreds": 100, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
_OF = re.compile(r"\sof(?=\s)")
_MORE = re.compile(r"\s(?:more|other|further|additional)(?=\s)")
_BEFORE: Mapping[str, re.Pattern[str]] = {
    "few": re.compile(r"\b(?:quite\sa|a|the\s(?:last|next|past|first)|last|next|past|first)\s\Z", re.IGNORECASE),
    "handful": re.compile(r"\ba\s(?:small\s|mere\s)?\Z", re.IGNORECASE),
    "couple": re.compile(r"\b(?:a|the\s(?:last|next|past|first)|last|next|past|first)\s\Z", re.IGNORECASE),
    "pair": re.compile(r"\ba\s\Z", re.IGNORECASE),
    "trio": re.compile(r"\ba\s\Z", re.IGNORECASE),
    "quartet": re.compile(r"\ba\s\Z", re.IGNORECASE),
    "many": re.compile(r"(?:\A|[.!?,;:—–(\"“‘\n]\s?|\b(?:killed|killing|and|that|with|injured|wounded|left|leaving|where|when|while|of|in|for|by"
                       r"|to|from|the|are|were|said|have|has|had|but|destroyed|damaged|arrested|including)\s)\Z", re.IGNORECASE),  # fmt: skip
    "scores": re.compile(r"(?:\A|[.!?,;:—–(\"“‘\n]\s?|\b(?!(?:test|the|his|her|its|their|he|she|it|who|exam|settled|credit)\s)[\w’']+\s)\Z"),
}
_AFTER: Mapping[str, re.Pattern[str]] = {
    "tens": _GROUPS,
    "scores": re.compile(
        r"\s(?:of\s(?!the\sgame)|more\b|others\b|dead|killed|injured|wounded|missing|arrested|hurt|trapped|feared|were\b|are\b|have\b)", re.I
    ),
    "pair": re.compile(r"\sof\s(?!(?:trousers|scissors|glasses|shoes|jeans|socks|gloves|binoculars|pliers|shorts|pants|sunglasses|boots)\b)", re.I),
    "trio": re.compile(r"\sof\s"),
    "quartet": re.compile(r"\sof\s"),
    "handful": re.compile(r"\s(?:of\b|were\b|are\b|have\b)"),
    "couple": re.compile(r"(?:\sof)?\s(?:dozen|hundred|thousand|million|more)\b|\sof\s(?!the\b)"),
}
_NO_FEW = re.compile(r"\ba\s\Z")


def vague(text: str, word: str, at: int, floor: int) -> Amount | None:
    """The amount that "dozens", "several hundred", "tens of millions of dollars" or "a pair of" begins or contains at `at`."""
    end = at + len(word)
    before = _BEFORE.get(word)
    lead = before.search(text, max(floor, at - 16), at) if before else None
    if (before and not lead) or (word in _AFTER and not _AFTER[word].match(text, end)):
        return None
    if word == "many" and not labels.counted(text, end) and not _OF.match(text, end):
        return None
    start = lead.start() if lead and word not in {"many", "scores"} and "a" == text[lead.start() : at].strip().lower().split()[-1] else at
    if word in _EXACT:
        return with_unit(text, Amount(start, end, _EXACT[word], _EXACT[word], rule=word))
    value, end = _nominal(text, word, end)
    return _vague_unit(text, Amount(start, end, value, value, rule=word, form="vague", comparator=Comparator.ABOUT))


def _nominal(text: str, word: str, end: int) -> tuple[float, int]:
    """The value of a vague word with what multiplies it: "hundreds of thousands", "several dozen", "a couple of hundred"."""
    groups = _GROUPS.match(text, end)
    if groups and word in _SINGLE:
        return _SINGLE[word] * VAGUE[groups[1].lower()] / 2, groups.end()
    if word in {"many"} and (plural := re.compile(r"\s(dozens|hundreds|thousands|millions)\b").match(text, end)):
        return VAGUE[plural[1]], plural.end()
    of = _OF.match(text, end)
    scale = read_scale(text, of.end() if of and word == "couple" else end, SCALES)
    if scale and word in {"several", "few", "couple", "many"}:
        return VAGUE[word] * scale[0], scale[1]
    return VAGUE[word], end


def _vague_unit(text: str, amount: Amount) -> Amount:
    """ "several hours", "tens of millions of dollars", "a couple more weeks"; "of" stays outside where no unit follows."""
    gap = _OF.match(text, amount.end) or _MORE.match(text, amount.end)
    rule = amount.rule
    for end in (amount.end, gap.end() if gap else amount.end):
        found = with_unit(text, amount._replace(end=end))
        if found.unit:
            return found._replace(rule=rule)
    return amount


# ---------------------------------------------------------------- parts

_PART_LEAD = re.compile(r"\b(?:an?|one)[\s-]\Z", re.IGNORECASE)
_ORDERED = re.compile(
    r"\b(?:first|second|third|fourth|other|latter|former|top|bottom|better|each|opening|closing|later|final|last|next|this|that"
    r"|previous|past|fiscal|same|northern|southern|eastern|western|front|back|upper|lower|either|every|per)[\s-]\Z",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(r"(?:\sof)?[\s-](?:an?\s|one\s)?", re.IGNORECASE)
_OWNED = re.compile(r"\s(?:of|the|its|their|his|her|our|my|your|all|those|these|that)\b", re.IGNORECASE)
_THAN_WHOLE = re.compile(r"\s(?:of\b|more\b|less\b|fewer\b|lower\b|higher\b|larger\b|bigger\b|smaller\b|as\b)|[.,;:)]|\Z", re.IGNORECASE)
_QUALIFIED = re.compile(r"\b(?:than|about|nearly|almost|over|least|around|roughly|some|under|to|just|only|by|approximately)\s(?:an?\s)?\Z", re.I)
_AND_LEAD = re.compile(r"\b(an?)\s([a-z]+)\sand\sa\s\Z", re.IGNORECASE)
_NO_PART = re.compile(r"-(?:time|brother|sister|hearted|truth|mast|term|year|century|month|term|dozen-|way|finals?|back|light|life|moon|marathon)")


def part(text: str, word: str, at: int, floor: int) -> Amount | None:
    """The amount that a half, third or other part makes: alone ("half of"), or of a scale or unit ("half a million")."""
    end = at + len(word)
    if _ORDERED.search(text, max(0, at - 12), at) or _NO_PART.match(text, end):
        return None
    whole = _unit_and_a(text, word, at, floor)
    if whole:
        return whole
    lead = _PART_LEAD.search(text, max(floor, at - 5), at)
    if word not in {"half"} and not lead and not (word == "quarter" and read_scale(text, end, SCALES)):
        return None
    amount = Amount(lead.start() if lead else at, end, 1 / DENOMINATORS[word], 1 / DENOMINATORS[word], form="fraction", rule="fraction")
    return part_of(text, amount) or _bare_part(text, word, amount, floor)


def part_of(text: str, amount: Amount) -> Amount | None:
    """A part of a scale or unit: half a million, three-quarters of an inch, a quarter of a percentage point, half-mile."""
    gap = _OF_WHOLE.match(text, amount.end)
    if not gap:
        return None
    scale = read_scale(text, gap.end() - 1, SCALES)
    if scale:
        value = amount.low * scale[0]
        return with_unit(text, amount._replace(low=value, high=value, scale=scale[0], end=scale[1], form="cardinal"))
    joined = gap[0].strip() not in {"of"}
    unit = read_unit(text, gap.end()) if joined and text[gap.end() : gap.end() + 1].isalpha() else None
    return amount._replace(unit=unit[0], end=unit[1], form="cardinal", rule="measure") if unit else None


def _unit_and_a(text: str, word: str, at: int, floor: int) -> Amount | None:
    """ "an hour and a half": one of the unit and a part of it."""
    lead = _AND_LEAD.search(text, max(floor, at - 24), at)
    unit = read_unit(text, lead.start(2)) if lead else None
    if not lead or not unit or unit[1] != lead.end(2):
        return None
    value = 1 + 1 / DENOMINATORS[word]
    return Amount(lead.start(), at + len(word), value, value, unit=unit[0], rule="measure")


def _bare_part(text: str, word: str, amount: Amount, floor: int) -> Amount | None:
    """A part that stands alone is one where it is of something or compared; otherwise a "third" is the one after a second."""
    if _QUALIFIED.search(text, max(0, amount.start - 16), amount.start):
        return amount
    if word == "half":
        led = text[amount.start : amount.start + 1] in "aA" and _THAN_WHOLE.match(text, amount.end)
        return amount if led or _OWNED.match(text, amount.end) else None
    hyphenated = "-" in text[amount.start : amount.end]
    if hyphenated or re.compile(r"\s(?:of|more|less|fewer|lower|higher)\b").match(text, amount.end) or amount.end == len(text):
        return amount
    return None


# ---------------------------------------------------------------- nothing

_NO_NOUNS = (
    "deaths?|casualt(?:y|ies)|injur(?:y|ies)|fatalit(?:y|ies)|victims?|survivors?|people|persons?|passengers?|civilians?|soldiers?|troops?"
    "|policem[ae]n|officers?|workers?|residents?|students?|children|wom[ae]n|m[ae]n|dead|wounded|injured|killed|arrests?|hostages?"
    "|prisoners?|detainees?|suspects?|gunm[ae]n|crew members?|crew|staff|employees?|jobs?|homes?|houses?|buildings?|schools?|ships?|vessels?"
    "|boats?|planes?|aircraft|vehicles?|cars?|cables?|shells?|missiles?|rockets?|drones?|bombs?|shots?|attacks?|strikes?|explosions?"
    "|weapons?|rifles?|guns?|goals?|points?|wins?|losses|defeats?|seats?|votes?|medals?|cases?|infections?|flights?|trains?|tickets?"
    "|charges?|convictions?|complaints?|incidents?|aftershocks?|tsunami|firefighters?|lives|bodies|fires?|sanctions?|members?|others"
)
_NO_PERSON = re.compile(
    r"(?:no[\s-]one|nobody|none)(?![\w-])(?!['’]s)(?!\s(?:else|knows?|knew|denie[sd]|den(?:y|ies)|doubts?|doubted|disputes?|believes?|believed|expects?"
    r"|expected|wants?|wanted|thinks?|thought|sa(?:ys|id)|wishes|wished|can|could|would|should|will|may|might|must|seems?|cares?|cared"
    r"|likes?|ever|really|understands?|understood|remembers?|imagined|imagines|predicted|claims|has\sclaimed|claimed|had\sclaimed"
    r"|immediately\sclaimed|has\syet|wins|the\s(?:less|wiser|worse)|other\sthan|too)\b)",
    re.IGNORECASE,
)
_NO_THING = re.compile(
    rf"(no|zero|without(?:\sany)?|not\sa\ssingle|not\sone)\s(?:(?:[a-z]+[\s-]){{0,2}}?)(?:{_NO_NOUNS})(?![\w-])", re.IGNORECASE
)
_NO_REPORT = re.compile(
    rf"(no)\s(?:immediate\s|initial\s)?(?:reports?|word|sign|signs|news)\sof\s(?:any\s|serious\s|major\s){{0,2}}(?:{_NO_NOUNS})(?![\w-])", re.IGNORECASE
)
_ZERO_BEFORE = re.compile(r"\b(?:ground|net|sub|absolute|patient|near|below|above|year|day|from|to|hour)[\s-]\Z", re.IGNORECASE)
_NOT_NONE = re.compile(r"\b(?:second\sto|or|all\sor)\s\Z", re.IGNORECASE)
_BETWEEN_NO = frozenset("longer doubt way need evidence comment reason sign reports report matter such room plans indication more one less fewer immediate".split())


def nothing(text: str, at: int) -> Amount | None:
    """The zero that "no one", "none", "no deaths", "without casualties" or "zero injuries" states; the noun stays outside."""
    person = _NO_PERSON.match(text, at)
    if person:
        return None if _NOT_NONE.search(text, max(0, at - 10), at) else _zero(at, person.end())
    report = _NO_REPORT.match(text, at)
    if report:
        return _zero(at, report.end(1))
    thing = _NO_THING.match(text, at)
    if not thing or _ZERO_BEFORE.search(text, max(0, at - 10), at):
        return None
    between = text[thing.end(1) : thing.end()].lower().split()[:-1]
    return None if _BETWEEN_NO.intersection(between) else _zero(at, thing.end(1))


def _zero(start: int, end: int) -> Amount:
    return Amount(start, end, 0.0, 0.0, form="zero", rule="zero")


# ---------------------------------------------------------------- multiples

_MULTIPLE: Mapping[str, int] = {"once": 1, "twice": 2, "thrice": 3, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "tenfold": 10}
_TIMES = re.compile(r"(?:\smore|\sother)?\stimes(?![\w-])", re.IGNORECASE)
_ONCE_BEFORE = re.compile(r"\b(?:only|just|than|least|exactly|most|married|even)\s\Z", re.IGNORECASE)
_ONCE_AFTER = re.compile(r"\s(?:an?|every|per|each)\s(?:day|week|month|year|decade|century|season|night|hour|fortnight|generation)\b|\sor\stwice\b", re.I)


def times(text: str, word: str, at: int) -> Amount | None:
    """The multiple that "twice" or "tenfold" states; "once" only where it is counted ("only once", "once a week")."""
    end = at + len(word)
    if word == "once" and not _ONCE_BEFORE.search(text, max(0, at - 12), at) and not _ONCE_AFTER.match(text, end):
        return None
    value = float(_MULTIPLE[word])
    more = re.compile(r"\sor\s(twice|thrice)\b", re.IGNORECASE).match(text, end)
    high = float(_MULTIPLE[more[1].lower()]) if more else value
    return Amount(at, more.end() if more else end, value, high, form="times", rule="times")


def multiplied(text: str, amount: Amount) -> Amount | None:
    """A cardinal before "times": three times, two more times."""
    found = _TIMES.match(text, amount.end)
    if not found or amount.unit:
        return None
    return amount._replace(end=found.end(), form="vague" if amount.form == "vague" else "times", rule="times")


# ---------------------------------------------------------------- ordinals and "one"

_NAMED_ORDINAL = re.compile(
    r"[\s-](?:century|centuries|quarters?|half|halves|hand|aid|lady|name|names|class|degree|floor|step|of\sall|person|base|language|world"
    r"|place|glance|sight|thing|things|hour|opinion|thoughts?|guessing|nature|round|minister|half-|leg|[A-Z][a-z]*\s?(?:Fleet|Division))\b"
    r"|-|\s(?:Fleet|Century|Avenue|Street|Division|Brigade|Army|Battalion|Regiment|Congress|Amendment|Circuit|Infantry|Corps|Airborne"
    r"|Cavalry|District|Ward|Reich|Republic|World|Lady|Minister|Secretary|Sea|Lord|Symphony|Estate|Reading)\b"
)
_NO_ORDINAL_BEFORE = re.compile(r"\b(?:at|per|every|each|split|from|one|an?)[\s-]\Z", re.IGNORECASE)
_DETERMINED = re.compile(r"(?:\b(?:the|his|her|its|their|our|my|your|this|that|these|those|only|and)|['’]s?)\s\Z|\A\Z", re.IGNORECASE)


def ordinal(text: str, start: int, numeral: Numeral, *, figures: bool) -> Amount | None:
    """The rank that an ordinal states (unit "ord"), where it names no date, century, street, fleet or unit of time."""
    if labels.month_after(text, numeral.end) or _NAMED_ORDINAL.match(text, numeral.end):
        return None
    if not figures and not _ranks(text, start, numeral):
        return None
    return Amount(start, numeral.end, numeral.value, numeral.value, unit="ord", form="ordinal", rule="ordinal")


def _ranks(text: str, start: int, numeral: Numeral) -> bool:
    """True for "the first", "a third quake", "finished fifth"; "at first", "a second" and "to second the motion" are no ranks."""
    if numeral.value <= 2:
        return _DETERMINED.search(text, max(0, start - 8), start) is not None
    noun = text[numeral.end : numeral.end + 1].isspace() and text[numeral.end + 1 : numeral.end + 2].isalpha()
    return noun or not _NO_ORDINAL_BEFORE.search(text, max(0, start - 9), start)


_NOT_ONE_BEFORE = re.compile(
    r"\b(?:no|any|every|each|this|that|the|which|some|another|new|old|big|first|last|next|good|bad|better|such|other|same|own"
    r"|day|square|loved|number|for|as|is|be|was|off|like|into|becomes?|became|what|whichever)[\s-]\Z",
    re.IGNORECASE,
)
_NOT_ONE_AFTER = frozenset(
    """
    of another who that which is was are were has had have can could may might must shall should will would does did do be
    thing day time hand way side reason point sort kind sense such that's i we you he she it they in on at by for from to
    with without as and or but if so than then when where while because not never ever always just also only even more
    last final big good great bad giant step word bit he'd a an the this these those his her its their our my your
    foot eye minute moment needs knows says thinks said wonders hopes feels sees finds gets goes comes might
    might've understands all both either neither about after before between during until since through over under up down
    out off again too very much many most quite rather still already yet there here now today yesterday tomorrow tonight
    """.split()
)
_ONE_SUBJECT = re.compile(
    r"\s(?:was|were|is|has\sbeen|had\sbeen|have\sbeen|of\s(?:them|whom|those)\s(?:was|is|died))?\s?"
    r"(?:dead|killed|died|injured|wounded|hurt|missing|arrested|hospitalised|hospitalized|shot|captured|detained|dies|survived|sank)\b", re.I
)  # fmt: skip
_ONE_OBJECT = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|injur(?:es|ed|ing|e)|wound(?:s|ed|ing)?|hurt(?:s|ing)?|arrest(?:s|ed|ing)|leaving|leaves|left|shooting|sinking"
    r"|least|than|exactly|about|claimed|claiming|took|takes|most|and\sinjuring)\s\Z", re.I
)  # fmt: skip


def counts_one(text: str, start: int, end: int) -> bool:
    """True where "one" counts something: "one person", "killing one", "one was injured", "at least one"; not "one of the"."""
    if _ONE_SUBJECT.match(text, end):
        return True
    if _ONE_OBJECT.search(text, max(0, start - 14), start):
        return not re.match(r"\s(?:of\sthe\s(?:most|best|worst|biggest|largest)|another)\b", text[end : end + 24])
    if _NOT_ONE_BEFORE.search(text, max(0, start - 12), start):
        return False
    noun = re.compile(r"\s([a-z]+)").match(text, end)
    return noun is not None and noun[1] not in _NOT_ONE_AFTER

