"""Whether two written names are one name, and whether one is nearly the other.

What is read: the tokens of a name without titles, legal forms and possessives, in one spelling for the usual variants of
transliteration, with initials, left-out middle names, short given names and acronyms. What is not: typing errors (they are a
near miss, never the same), general word order ("Hans Friedrich" is not "Friedrich Hans"), and who bears a name. A bare
surname is not the same as a full name; whether it may stand for it is the article's business.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from factspec.language.folding import fold
from factspec.language.inflection import spellings
from factspec.language.lexicon import COMPANY_FORMS, HONORIFICS, ORGANISATION_WORDS, PARTICLES, RANKS, listed

__all__ = ["near_miss", "other_spelling", "same_name", "same_person", "skeleton", "surname", "untitled", "without_legal_form"]

# Spellings of one name that no general rule below makes equal; the first stands for its row.
_VARIANTS = """
masoud massoud masood masud|mohammed mohamed mohammad mohamad muhammad muhammed muhamad mohamud|ahmed ahmad
hussein husayn hussain husain hossein hosein houssein|yahya yahia yehia yehya|osama usama|laden ladin|omar umar|othman uthman
yusuf yousef youssef yousuf yusef youssouf|khaled khalid|said saeed sayeed|abdullah abdallah abdulla abdalla
abdul abdel abdal|rahman rehman|walid waleed|ibrahim ebrahim|ismail ismael esmail|mahmoud mahmood
mustafa mostafa moustafa mustapha|faisal feisal faysal|suleiman sulaiman soleiman sulayman|qasim qassem qasem kassem
gaddafi qaddafi kadafi gadhafi qadhafi kaddafi gadafi|muammar moammar moamer muamar|hezbollah hizbullah hizballah hizbollah
qaeda qaida|rouhani rohani|ahmadinejad ahmadinezhad|rafsanjani rafsanyani|khamenei khamanei|vladimir wladimir
sergey sergei sergej serguei|andrey andrei andrej|alexey alexei aleksey aleksei|alexander aleksander|alexandr aleksandr
nikolay nikolai nikolaj|yevgeny evgeny yevgeni evgeni yevgenii evgenii|yuri yury iouri|dmitry dmitri dimitri|vitaly vitali
valery valeri|grigory grigori|anatoly anatoli|arkady arkadi|gennady gennadi|vasily vasili|georgy georgi|mikhail mikhael
netanyahu netanjahu|yasser yasir|nasrallah nasrollah|tehran teheran|mecca makkah|quran koran|daesh daish|peshmerga pishmarga
fatah fateh|hamid hameed|rashid rasheed|karim kareem|bashir basheer|jalil jaleel|latif lateef|nasir naseer|amin ameen
"""
# Short forms of given names: the news use either.
_SHORT = """
ed eddie edward edwin|tom thomas|mike michael|bob rob robert|bill will william|jim jimmy james|joe joseph|rick dick richard
tony anthony|dave david|dan danny daniel|steve steven stephen|chris christopher|ben benjamin|sam samuel|matt matthew
nick nicholas|pete peter|phil philip|ron ronald|ken kenneth|jeff jeffrey|greg gregory|andy andrew|liz elizabeth
kate katherine|pat patrick patricia|ray raymond|larry lawrence|jerry gerald|fred frederick|charlie charles|don donald
doug douglas|tim timothy|vic victor|al albert|alex alexander|jon jonathan|sue susan|jenny jennifer|debbie deborah
barb barbara|mo maurice|ted theodore edward|bernie bernard
"""
_ONE_NAME = """
us usa united_states united_states_of_america|uk united_kingdom|un united_nations|eu european_union
"""
_AFTER_NAME = listed("jr sr ii iii iv obe mbe cbe kcmg phd md mp esq dds qc kc")
_SHIP_PREFIXES = listed("ins hms uss mv ms ss rms mt hmas hmcs hmnzs rfs fs usns uscgc hnlms hdms itss trs")
_PLAIN_FORMS = COMPANY_FORMS - PARTICLES - {"ab", "as", "se"}
_ARTICLES = listed("al el ul")
_SONS = listed("bin ibn ben")
_SMALL = listed("of the and for in on to de la du des del et")


def _rows(table: str) -> dict[str, str]:
    rows = (row.split() for line in table.strip().splitlines() for row in line.split("|"))
    return {word.replace("_", " "): row[0] for row in rows for word in reversed(row)}


def _short_forms() -> dict[str, frozenset[str]]:
    rows = [frozenset(row.split()) for line in _SHORT.strip().splitlines() for row in line.split("|")]
    return {name: frozenset().union(*(row for row in rows if name in row)) for name in frozenset().union(*rows)}


_SHORT_FORMS = _short_forms()
_ONE = _rows(_ONE_NAME)

# Transliterations of one sound; each pair is written in the news for the same letters, and no English name turns on it.
_SOUNDS = tuple(
    (re.compile(pattern), one)
    for pattern, one in (
        (r"(?:iy|yi|ij|yj|ii)", "y"),
        (r"x", "ks"),
        (r"ph", "f"),
        (r"ck", "k"),
        (r"(?<=..)kh", "h"),
        (r"ou(?!i)|oo", "u"),
        (r"(?<=...)e[ij]\Z", "ey"),
        (r"(?<=...)a[ij]\Z", "ay"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=8192)
def skeleton(token: str) -> str:
    """A folded token in the one spelling that stands for its variants: "massoud" and "masoud" are "masud"."""
    token = _VARIANT.get(token, token)
    for pattern, one in _SOUNDS:
        token = pattern.sub(one, token)
    return token


_LEFT_OUT = 2  # middle names that news leave out; more of them make another man
_VARIANT = _rows(_VARIANTS)
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.\s?){2,}")
_POSSESSIVE = re.compile(r"(?:’s|'s|s’|s')\s*\Z", re.IGNORECASE)


@lru_cache(maxsize=8192)
def _tokens(name: str) -> tuple[str, ...]:
    """The folded tokens of a person's name in speaking order, without titles, suffixes and possessive."""
    last, comma, first = name.partition(",")
    if comma and fold(first).split() and fold(first).split()[0] not in _AFTER_NAME:
        name = f"{first} {last}"
    name = _POSSESSIVE.sub("", name.strip())
    tokens = fold(re.sub(r"(?<=\w)[’'`ʼ‘](?=\w)", "", name)).split()
    while len(tokens) > 1 and tokens[0] in HONORIFICS | RANKS and len(tokens[0]) > 1:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1] in _AFTER_NAME:
        tokens = tokens[:-1]
    return tuple(tokens)


@lru_cache(maxsize=8192)
def _bare(name: str) -> list[str]:
    """The skeletons of a person's tokens, without the Arabic article and with one word for "son of"."""
    tokens = _tokens(name)
    kept = [token for at, token in enumerate(tokens) if not (token in _ARTICLES and 0 < at < len(tokens) - 1)]
    if len(kept) > 1 and kept[0] in _ARTICLES and re.match(r"\W*[AaEeUu][lL]-", name):
        kept = kept[1:]
    return ["bin" if at and token in _SONS else skeleton(token) for at, token in enumerate(kept)]


def same_person(a: str, b: str) -> bool:
    """Whether two names can be one person's name, written out, with initials, or with one or two middle names left out.

    Names in scripts without letters (Chinese, Korean syllables) are the same only as written.
    """
    if _has_signs(a) or _has_signs(b):
        return a.strip() == b.strip()
    one, other = _bare(a), _bare(b)
    if not one or not other:
        return False
    if one == other:
        return True
    if min(len(one), len(other)) < 2:
        return False
    return _agree(one, other) or _agrees_with_first_part(a, b, one, other)


def _has_signs(name: str) -> bool:
    return any(char >= "\u2e80" for char in name)  # from here on a code point is a syllable or a word


def _agree(one: list[str], other: list[str]) -> bool:
    """The same first and last name, and nothing in between that the longer name has not in that order."""
    short, long = sorted((one, other), key=len)
    if short[-1] != long[-1] or not _same_given(short[0], long[0]) or len(long) - len(short) > _LEFT_OUT:
        return False
    at = 0
    for token in short[1:-1]:
        while at < len(long) - 2 and not _same_middle(token, long[1 + at]):
            at += 1
        if at == len(long) - 2:
            return False
        at += 1
    return len(short) < len(long) or at == len(long) - 2


def _same_given(a: str, b: str) -> bool:
    return _same_middle(a, b) or b in _SHORT_FORMS.get(a, ())


def _same_middle(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) == 1 and (a[0] == b[0] or {a[0], b[0]} == _PHILIP))


_PHILIP = {"p", "f"}  # the initial of a name whose skeleton has "f" for its "ph"


def _agrees_with_first_part(a: str, b: str, one: list[str], other: list[str]) -> bool:
    """Whether the shorter name ends in the first half of the longer one's hyphenated surname: Léa Martínez(-Núñez)."""
    short, long, written = (one, other, b) if len(one) < len(other) else (other, one, a)
    double = re.search(r"\b[^\W\d_][^\W\d_]{2,}-[^\W\d_][^\W\d_]{2,}\Z", written.strip())
    if double is None or written.isupper() or not double[0].rpartition("-")[2][0].isupper():
        return False
    return len(short[0]) > 1 and _agree(short, long[:-1])


def other_spelling(said: str, meant: str) -> bool:
    """Whether a person's name is the same one carried over from another script or with a short given name; no mere slip."""
    if not same_person(said, meant):
        return False
    pairs = [(a, b) for a, b in zip(_tokens(said), _tokens(meant), strict=False) if a != b]
    return _is_carried_over(meant) or all(b in _SHORT_FORMS.get(a, ()) or min(len(a), len(b)) == 1 for a, b in pairs)


# Endings and letters of names that come from another script; in a name that has none, a doubled letter is a slip.
_CARRIED = re.compile(
    r"(?:\w{2,}(?:ov|ova|ev|eva|iy|yy|skyi|skyy|skiy|skij|sky|skaya|enko|chuk|shvili|dze|yan|ian|zadeh|nejad|pour|ullah|uddin"
    r"|eddin|allah)|\w*(?:kh|zh|q(?!u)|aa|shch|dh)\w*)\Z"
)


def _is_carried_over(name: str) -> bool:
    tokens = _tokens(name)
    return any(token in _VARIANT or token in _ARTICLES | _SONS or _CARRIED.match(token) for token in tokens)


def untitled(name: str) -> str:
    """A name without the honorifics and ranks before it: "Dr. Ines Paulo" is "Ines Paulo"; never less than two words of it."""
    parts = name.split()
    while len(parts) > 2 and fold(parts[0]).strip() in HONORIFICS | RANKS:
        parts = parts[1:]
    return " ".join(parts)


def without_legal_form(name: str) -> str:
    """A company's name without its legal form: "Hallam Gear, Inc." is "Hallam Gear"."""
    parts = name.split()
    while len(parts) > 1 and fold(parts[-1]).strip() in _LEGAL_FORMS:
        parts = parts[:-1]
    return " ".join(parts).rstrip(",")


_LEGAL_FORMS = listed("inc incorporated corp corporation ltd limited llc llp plc gmbh ag nv spa srl pjsc jsc bhd")


# ---------------------------------------------------------------- names of anything


def same_name(a: str, b: str) -> bool:
    """Whether two names are one: a person's, or a body's with or without legal form, article, dots, or its acronym."""
    if _may_be_person(a) and _may_be_person(b) and same_person(a, b):
        return True
    if _has_signs(a) or _has_signs(b):
        return a.strip() == b.strip()
    one, other = _thing(a), _thing(b)
    if not one or not other:
        return False
    return one == other or "".join(one) == "".join(other) or _is_acronym(a, b) or _is_acronym(b, a)


def _may_be_person(name: str) -> bool:
    tokens = fold(_joined_initials(name)).split()
    return "&" not in name and not any(token in ORGANISATION_WORDS or token in _PLAIN_FORMS for token in tokens[1:])


def _joined_initials(name: str) -> str:
    return _DOTTED.sub(lambda match: re.sub(r"[.\s]", "", match[0]) + " ", name)


@lru_cache(maxsize=8192)
def _thing(name: str) -> tuple[str, ...]:
    name = _joined_initials(name.replace("&", " and "))
    name = re.sub(r"(?<=\w)[’'`ʼ](?=\w)", "", name)
    tokens = [token for token in fold(name).split() if token not in {"the", "and"}]
    while len(tokens) > 1 and tokens[-1] in COMPANY_FORMS:
        tokens = tokens[:-1]
    if len(tokens) > 1 and tokens[0] in COMPANY_FORMS | _SHIP_PREFIXES:
        tokens = tokens[1:]
    whole = _ONE.get(" ".join(tokens))
    return (whole,) if whole else tuple(_thing_token(token) for token in tokens)


def _thing_token(token: str) -> str:
    if any(c.isdigit() for c in token):
        return token.removesuffix("s")
    return skeleton(min(spellings(token)))


def _is_acronym(short: str, long: str) -> bool:
    """GCC of "Gulf Cooperation Council", I.R.G.C. of "Islamic Revolutionary Guard Corps": three letters, each a word's first."""
    letters = re.sub(r"[.\s]", "", short)
    if not (3 <= len(letters) <= 8 and letters.isalpha() and letters.isupper()):
        return False
    tokens = fold(long).split()
    big = [token for token in tokens if token not in _SMALL]
    return len(big) > 1 and letters.lower() in {"".join(t[0] for t in big), "".join(t[0] for t in tokens)}


# ---------------------------------------------------------------- almost the same


def near_miss(a: str, b: str) -> bool:
    """Whether two names are not the same but look it: a word one or two letters off, or one surname with two given names."""
    if same_name(a, b):
        return False
    one, other = list(_tokens(a)), list(_tokens(b))
    if len(one) == len(other) and _one_is_off(one, other):
        return True
    return min(len(one), len(other)) > 1 and skeleton(one[-1]) == skeleton(other[-1]) and len(one[-1]) > 2


def _one_is_off(one: list[str], other: list[str]) -> bool:
    wrong = [(a, b) for a, b in zip(one, other, strict=True) if skeleton(a) != skeleton(b)]
    return len(wrong) == 1 and OSA.distance(*wrong[0]) <= _letters_off(*wrong[0])


def _letters_off(a: str, b: str) -> int:
    shorter = min(len(a), len(b))
    return 0 if shorter < 4 else 1 if shorter < 8 else 2


def surname(name: str) -> str:
    """The family name as written, with its particles: "van der Bellen", "al-Assad"; a single name is its own.

    "Kim Jong-un" is Kim: a hyphen before a small letter makes a given name. No other name that begins with the family is known.
    """
    last, comma, first = name.partition(",")
    if comma and fold(first).strip() and fold(first).split()[0] not in _AFTER_NAME:
        return last.strip()
    words = [word for word in _POSSESSIVE.sub("", last.strip()).split() if fold(word).strip()]
    while len(words) > 1 and fold(words[0]).strip() in HONORIFICS | RANKS:
        words = words[1:]
    while len(words) > 1 and fold(words[-1]).strip() in _AFTER_NAME:
        words = words[:-1]
    if len(words) == 2 and re.fullmatch(r"[A-Z]\w+-[a-z]+", words[1]):
        return words[0]
    start = len(words) - 1
    while start > 1 and words[start - 1].islower() and fold(words[start - 1]).strip() in PARTICLES:
        start -= 1
    return " ".join(words[start:])
