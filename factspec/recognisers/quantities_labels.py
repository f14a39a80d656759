"""Numbers that name or date a thing instead of counting it.

Read are the surroundings of a number: "Article 5", "No. 1", "10 Downing Street", "5 p.m.", "November 19", "in 2004", "24/7".
Judged by form and by short lists of words; a name that happens to end in a number and stands in no list ("Apollo 11") is
known by its capital alone, and gives way to a counted noun behind the number ("In London 24 people"). What a number means
otherwise is for the other modules of quantities.
"""

from __future__ import annotations

import re

from factspec.language.lexicon import MONTHS, WEEKDAYS, listed
from factspec.language.patterns import either

__all__ = [
    "address",
    "clock",
    "counted",
    "is_headline_word",
    "is_label",
    "is_year",
    "month_after",
    "plural",
    "previous_word",
    "skipped",
]

_LABELS = listed(
    """
    article articles section sections chapter chapters paragraph paragraphs clause rule rules resolution resolutions
    amendment schedule page pages figure table verse act scene exhibit
    channel channels route routes highway interstate motorway junction exit road gate terminal platform pier runway flight
    room suite flat apartment apt block tower lot bay cell locker flights rooms
    number num # nr type category class grade level tier stage phase step round part volume series season episode version
    generation game week lap hole hour day boeing airbus apollo windows iphone ipad galaxy playstation xbox ios android model
    mark mk formula radio division league bundesliga ligue serie question lesson unit reactor studio sector district precinct
    ward zone area camp building line before until till catch square cloud title titles item proposition code psalm psalms bus
    """
)
"""Words before a number that make it a name."""

_WEAK = listed("before until till week lap hour day game camp area building line unit season class page")
"""Labels only where nothing counted follows: "on day two", but not "that day two people"."""

_NUMERO = listed("no no. nos nos.")
_FUNCTION = WEEKDAYS | listed(
    """
    a about above across after all almost also although among an and another around as at because been before behind below
    between both but by despite during each either even every few for from has have he her his how however if in including
    inside into is it its just last least less like meanwhile more most nearly no not now of off on one only or other our
    out over per roughly several she since so some than that the their then there these they this those though through
    to today total under until up was we were what when where which while who with within without you your approximately
    yesterday kills kill killing killed leaves leave leaving left injures injure injuring injured wounds wounding wounded hurts
    hurting claims claimed hits hit tops reaches reached rises rose nears passes arrests arrest arrested detains detained nabs
    seizes seized captures captured frees freed rescues rescued saves evacuates evacuated cuts cut damages destroys destroyed
    adds buys pays offers wins won loses lost beats beat raises fires lays hires sells orders charges jails fines bans finds
    feared million billion thousand hundred plus minus win loss age aged ages be are being had do does did will would
    """
)
"""Words that are no part of a name even with a capital: function words, weekdays, and verbs of headlines."""

_UNCOUNTED = listed(
    """
    as is was his this has its us thus plus minus yes less unless across previous various famous serious religious does
    always perhaps besides towards versus news series politics business press process success loss gas bus class crisis
    basis analysis access progress congress campus virus status ours theirs hers yours says said
    """
)
_PLURALS = listed(
    """
    people men women children policemen firemen gunmen fishermen militiamen servicemen servicewomen lawmen crewmen
    dead killed injured wounded missing hurt hospitalised hospitalized arrested detained displaced homeless survivors more
    others police troops personnel staff crew aircraft cattle sheep fish deer feet teeth lives wives knives houses
    total percent dozen percentage teenagers cases
    """
)
_MONTH = either(" ".join(month.capitalize() for month in MONTHS))
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?(?:\s+of)?[\s-]{_MONTH}(?![a-z])")
_ZONE = either("GMT UTC BST EST EDT PST PDT CET CEST IST ET PT")
_CLOCK = re.compile(
    rf"(?<=(?<!\d)[012]\d[0-5]\d)\s(?:hours|hrs)\b|\s?(?:[ap]\.?m\b|o['’]clock|(?:hrs|hours)?\s?(?:{_ZONE}|local\stime)\b)",
    re.IGNORECASE,
)
_STREET = either("Street|St|Road|Rd|Avenue|Ave|Lane|Square|Drive|Boulevard|Blvd|Terrace|Crescent|Gardens|Mews|Row|Hill")
_ADDRESS = re.compile(rf"\s(?:(?:North|South|East|West|[NSEW]\.)\s)?(?:(?:[A-Z][\w'’.]+|\d+(?:st|nd|rd|th))\s){{1,3}}{_STREET}\b")
_SKIPPED = re.compile(
    r"""  \+?0\d+(?:[ -]\d{2,})*(?![.,]?\d)                        # telephone numbers; 007; 0737
        | \+\d{1,3}(?:[ -]?\(?\d{2,4}\)?){2,}                    # +44 20 7946 0958
        | \d{3}[-.]\d{4}(?![\d-])                                # 555-0142
        | \d{3}[-. ]\d{3}[-. ]\d{4}(?!\d)
        | \d{1,4}(?:[-./–]\d{1,4}){2,}(?!\d)                     # 2008-12-13, 4-4-2, 1.2.3
        | \d{1,2}:\d\d(?::\d\d)?                                 # 14:30
        | (?P<years>(?:1[5-9]|20)\d\d\s?[-–/]\s?(?:(?:1[5-9]|20)\d\d|\d\d)(?![\d,.]*\d))
        | \d+(?:/\d+)+(?=[\s.,;:!?)]|$)                          # 24/7, 9/11
    """,
    re.VERBOSE,
)
_FRACTION = re.compile(r"(?:1/[2-68]|2/3|3/[458]|[245]/5|5/[68]|7/8|1/1[06])(?!\d)")
_MONTHS_IN_FULL = listed("january february march april may june july august september october november december")
_JOINERS = listed("and or to through")
_LISTED = re.compile(r"\b([A-Za-z]+s)\.?\s\d+(?:,\s\d+)*,?\s(?:and|or|to|through)\s\Z")
_NOUN = re.compile(r"\s([a-z]+(?:['’][a-z]+)?)(?:[\s-]([a-z]+))?")


def skipped(text: str, at: int) -> int | None:
    """Return the end of what stands at `at` where it is a telephone number, date, version, clock time or span of years."""
    found = _SKIPPED.match(text, at - 1 if text[at - 1 : at] == "+" else at)
    if not found or _FRACTION.match(text, at):
        return None
    return None if found["years"] and counted(text, found.end()) else found.end()


def previous_word(text: str, at: int) -> str:
    """Return the word before `at` without opening brackets and quotation marks; "" where the paragraph has none there."""
    head = text[max(0, at - 24) : at]
    if not head[-1:].isspace() or head[-2:] == "\n\n":
        return ""
    words = head.split()
    return words[-1].lstrip("(\"'“‘[") if words else ""


def is_label(text: str, word: str, at: int, end: int, *, spelt: bool) -> bool:
    """True where `word` makes the number text[at:end] a name: "Article 5", "Boeing 737", "phase two", "Articles 5 and 6"."""
    lower = word.lower()
    if lower in _JOINERS and not spelt and (first := _LISTED.search(text, max(0, at - 48), at)):
        return first[1].lower() in _LABELS | _NUMERO
    if lower == "number" and spelt and _is_verb(text, at - 1 - len(word)):
        return False
    if lower in _LABELS:
        return lower not in _WEAK or not counted(text, end)
    if lower in _NUMERO:
        return word[0].isupper() or word[-1] == "."
    if not word[0].isupper():
        return False
    ends = lower[-1] == "." and lower[:-1] in _MONTHS_IN_FULL  # "closed in May. Two men died"
    month = lower.rstrip(".") in MONTHS and not ends and not (spelt and lower == "may")
    return month or (word[-1].isalnum() and not spelt and lower not in _FUNCTION and not counted(text, end))


def _is_verb(text: str, at: int) -> bool:
    """Whether the "number" that begins at `at` says how many they are: "the dead number seventeen"."""
    before = previous_word(text, max(at, 0)).lower()
    return before in _MANY or (before.endswith("s") and not before.endswith("ss"))


_MANY = listed("dead injured wounded missing homeless survivors")


def is_headline_word(word: str) -> bool:
    """True where a capitalised word is none of a name: a function word or a verb of headlines ("Killing", "Leaves", "In")."""
    return word.lower() in _FUNCTION


def month_after(text: str, end: int) -> bool:
    """True where a month follows: 28 February, 3rd of March."""
    return _MONTH_AFTER.match(text, end) is not None


def clock(text: str, end: int) -> re.Match[str] | None:
    """Return what makes the number that ends at `end` a time of day: " p.m.", " GMT", " o'clock", " hours" of 1100 hours."""
    return _CLOCK.match(text, end)


def address(text: str, end: int) -> bool:
    """True where a street follows: 10 Downing Street."""
    return _ADDRESS.match(text, end) is not None


def is_year(text: str, at: int, end: int) -> bool:
    """True where text[at:end] has the form of a year and counts nothing: 2004, but not 2,004 and not "1700 people"."""
    digits = text[at:end]
    if len(digits) != 4 or not ("1500" <= digits <= "2100"):
        return False
    noun = _NOUN.match(text, end)
    return not (noun and plural(noun[1]))


def plural(word: str) -> bool:
    """True where a lower-case word looks like what is counted: a plural, or "dead", "people"."""
    return word in _PLURALS or (len(word) > 3 and word[-1] == "s" and word not in _UNCOUNTED and word[-2] not in "us'’")


def counted(text: str, end: int) -> bool:
    """True where a counted noun follows within two words: "24 people", "1,700 armed men"."""
    noun = _NOUN.match(text, end)
    if not noun:
        return False
    first, second = noun[1], noun[2]
    return plural(first) or (second is not None and first not in _FUNCTION and first not in _UNCOUNTED and plural(second))
