"""Whether a name of several words may be a person's, by what its words are not.

What is read: capitals, and a list of words that name bodies, ships, places and undertakings. What is not: any list of persons.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factspec.language.lexicon import PERSON_NOUNS, listed
from factspec.language.offices import OFFICE_NOUNS

__all__ = ["is_person_noun", "looks_like_person", "surname_of"]

_NO_PERSON = listed(
    """academy administration agency airlines airport airways alliance army assembly association authority bank base battalion
    bay board boulevard bridge brigade broadcasting bureau cable cathedral center centre channel church city clinic coalition
    coast college commission committee communications company conference congress convention cooperation corp corporation
    corps council county court cross data department desert district division east eastern electric electronic embassy empire
    energy enterprise exchange express fc federation fighters film fleet force forces forest foundation front fund galleries
    gallery government group guard gulf harbor harbour health high holdings hospital hotel house inc institute institution
    international island islands journal kingdom lake league library limited ltd magazine management market media ministry
    monitor motors mount mountain movement museum music national nations navy network new news north northern observatory
    ocean office operation organisation organization pacific palace parliament partners party patrol peninsula plaza police
    port post press prison project province radio railway records red region regiment relief republic research resistance
    resources river road royal school sea security senate service services society south southern square squadron stadium
    state states station store strait street studios supermarket supreme survey system systems technologies technology telecom
    telegraph temple territory theater theatre times towers town trade treaty tribunal united university valley village war
    west western works world zone ins mv uss hms ss rms"""
)
_PARTICLES = listed("al el bin ibn ben abu abd de da di du dos del della van von der den la le y e zu ter af")


@lru_cache(maxsize=65536)
def looks_like_person(name: str) -> bool:
    """Whether a name has two to five words, all capitalised but for particles, and none that names something else."""
    parts = name.replace("-", " ").split()
    if not 2 <= len(parts) <= 5:
        return False
    plain = [p.strip(".,’'").lower() for p in parts]
    return all(p[:1].isupper() or p.lower() in _PARTICLES for p in parts) and not any(
        p in _NO_PERSON or any(c.isdigit() for c in p) for p in plain
    )


_ARTICLE = re.compile(r"(?<=\s)(?:al|el|ul|as|ash|ad|ar|az|an|at)-(?=[A-Z]\w*\Z)", re.IGNORECASE)


def surname_of(name: str) -> str:
    """The last word of a person's name, without an Arabic article; "" for a single word, and where it is too short alone."""
    parts = _ARTICLE.sub("", name).split()
    return parts[-1] if len(parts) > 1 and parts[-1][:1].isupper() and len(parts[-1]) > 2 else ""


_AGENTS = ("er", "or", "ist", "ian", "eer", "ee", "man", "men", "woman", "women", "ant", "ster")


@lru_cache(maxsize=65536)
def is_person_noun(word: str) -> bool:
    """Whether a folded noun, in the singular or plural, counts people: a listed one, an occupation, or one by its ending."""
    single = word.removesuffix("s")
    return bool({word, single} & (PERSON_NOUNS | OFFICE_NOUNS)) or (
        len(single) > 4 and single.endswith(_AGENTS) and word not in _THINGS
    )


_THINGS = listed(
    """other others another however number numbers computer computers water waters shelter shelters trailer trailers paper papers
    letter letters order orders power powers quarter quarters centre center centers tower towers river rivers winter summer
    year years container containers tanker tankers helicopter helicopters fighter trawler trawlers freighter freighters matter
    matters border borders disaster disasters error errors motor motors sector sectors tractor tractors factor factors door doors
    floor floors plant plants restaurant restaurants want warrant warrants grant grants"""
)
