"""Words that news use for one another, so that a spec needs only one of them: "killed", "died" and "lost their lives".

What is here: rows whose words may replace one another in a report of the same event without changing what is counted, dated or
measured. What is not: words that only often go together (fire and smoke), names, and words with a second everyday sense that
would bring in another event ("held" for arrested, "saved" for put aside). Forms stand as they are: none is inflected.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["synonyms"]

_ROWS = """
killed | dead | died | deaths | death toll | fatalities | perished | slain | massacred | lost their lives | loss of life | death
wounded | injured | hurt | injuries | maimed
missing | unaccounted for | never found | not been found | not been recovered | not yet been found | still not found
rescued | survivors | survived | brought ashore | plucked from | pulled alive | pulled to safety
evacuated | evacuees | evacuation | led to safety | moved out | ordered to leave | told to leave | had to leave their homes
displaced | homeless | driven from their homes | forced from their homes | fled their homes
arrested | detained | taken into custody | arrests
homes | houses | dwellings
jobs | posts | positions | redundancies
employees | workers | staff | workforce
customers | subscribers | users | clients | account holders
spectators | attendance | crowd | fans
soldiers | troops | servicemen
children | minors | youngsters | boys and girls | kids
firefighters | fire fighters | firemen | fire crews
engines | fire engines | appliances
sank | sinking | went down | foundered | capsized | sunk
began | started | broke out | kicked off | got under way
bombed | bombing | air strike | airstrike | air raid | raid | bombardment
shelled | shelling | bombardment
attack | assault | raid
earthquake | quake | temblor | tremor
flood | flooding | deluge | inundation
fire | blaze | inferno
crash | collision | smash
sacked | fired | dismissed | ousted | axed | shown the door | relieved of his duties | relieved of her duties | let go
appointed | named | hired | took charge | took over as
resigned | stepped down | quit | resignation
born | birth
married | wed | wedding | tied the knot
auction | auctioned | sold at auction | under the hammer | fetched
published | publication | came out | brought out
sentenced | jailed | imprisoned | sent to prison | sentence | prison term
inquest | inquiry | hearing
outage | blackout | shutdown | offline | out of action | went dark
price | cost | priced
revenue | revenues | sales | turnover
profit | profits | earnings | net income
compensation | redress | payout | damages
bought | acquired | acquisition | takeover | took over | purchase | buyout
announced | unveiled | announcement
agreed | agreement | struck a deal
opened | inaugurated | opening
founded | established | set up
""".strip().splitlines()


def _table() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for row in _ROWS:
        words = [word.strip() for word in row.split("|")]
        for word in words:
            found.setdefault(word, {}).update(dict.fromkeys(w for w in words if w != word))
    return {word: tuple(others) for word, others in found.items()}


_TABLE = _table()


def synonyms(word: str) -> tuple[str, ...]:
    """The words that news use for a lower-case word or phrase, in the order of the table; none for most."""
    return _TABLE.get(word, ())
