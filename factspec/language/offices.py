"""Words of office: the nouns that name one, what makes another one of it, and the forms that news use for the same one.

What is here: offices and occupations that news put before or behind a person's name. What is not: ranks and forms of address,
which are titles (see `lexicon`), and the offices of any one country or company.
"""

from __future__ import annotations

from collections.abc import Mapping

from factspec.language.lexicon import listed

__all__ = [
    "CALLINGS",
    "COVERING",
    "HEADS",
    "LEADERS",
    "MODIFIERS_BEHIND",
    "OFFICE_MODIFIERS",
    "OFFICE_NOUNS",
    "OFFICE_QUALIFIERS",
    "OFFICE_VARIANTS",
    "RELATIONS",
    "TOP_OFFICES",
]

OFFICE_NOUNS = listed(
    """accountant activist adviser advisor agent aide ambassador analyst archbishop attorney author banker biographer bishop boss
    captain ceo chair chairman chairperson chairwoman chancellor chief cleric coach cofounder commander commissioner comptroller
    congressman congresswoman consul consultant controller coroner correspondent councillor counsel curator dean defender delegate
    deputy designer detective diplomat director doctor economist editor engineer envoy executive expert farmer founder friend
    general governor guard head historian inspector instructor intern investigator journalist judge justice king lawmaker lawyer
    leader lecturer lieutenant magistrate manager mayor mediator member midwife minister monarch negotiator nurse officer official
    operator organiser organizer owner partner photographer physician pilot pirate policeman policewoman politician pope premier
    president priest prince princess principal producer professor prosecutor publicist publisher queen rabbi rector registrar
    reporter representative researcher scientist secretary senator sheriff shareholder singer solicitor spokesman spokesperson
    spokeswoman translator novelist poet composer conductor caretaker superintendent surgeon surveyor teacher technician
    trainer treasurer trustee undersecretary veterinarian
    vicar warden writer"""
)

OFFICE_MODIFIERS = listed(
    "former ex acting interim deputy assistant vice then caretaker onetime outgoing incoming retired designate"
)

MODIFIERS_BEHIND = listed("elect designate emeritus")

# What tells one office from another of the same noun: the finance director is not the managing director.
OFFICE_QUALIFIERS = listed(
    """prime first foreign finance financial defence defense interior home health education justice trade energy oil transport
    environment labour labor agriculture managing executive operating technical technology marketing sales press media
    information communications navy army naval police fire air intelligence security economic political legal medical
    sports sporting head chief general news campaign personnel human development planning"""
)

# What says less than the office and may be said of who holds it: by the nouns that end the office.
LEADERS = listed("leader boss head chief figure ruler")
HEADS = listed(
    """president premier minister executive ceo chairman chairwoman chairperson chair director manager governor mayor chancellor
    king queen secretary coach captain commander owner founder principal dean rector chief head"""
)
_OFFICIALS = listed("official representative executive officer aide member figure")
COVERING: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(OFFICE_NOUNS, _OFFICIALS),
    **{noun: _OFFICIALS | LEADERS | listed("politician lawmaker") for noun in HEADS},
}
# Offices at the top of a firm or club that one person often holds at a time.
TOP_OFFICES = listed(
    """president chairman chairwoman chairperson chair chief_executive chief_executive_officer ceo general_manager gm
    managing_director founder cofounder executive_director chief_operating_officer coo principal"""
)
# Callings and ranks that go with any office.
CALLINGS = listed(
    """lawyer attorney solicitor doctor physician economist professor lecturer engineer scientist historian researcher banker
    accountant farmer author writer journalist teacher surgeon nurse expert analyst activist friend partner general captain
    lieutenant prince princess priest politician lawmaker member official investigator police veterinarian technician
    founder cofounder shareholder adviser advisor"""
)

# What somebody is to another person, which says nothing of any office.
RELATIONS = listed("friend partner colleague mentor disciple confidant ally rival founder cofounder shareholder")

# Forms of one office: the first word group stands for all of its row.
OFFICE_VARIANTS: tuple[tuple[str, ...], ...] = (
    ("spokesman", "spokeswoman", "spokesperson"),
    ("chairman", "chairwoman", "chairperson", "chair"),
    ("chief executive officer", "chief executive", "chief exec", "ceo"),
    ("chief financial officer", "finance chief", "cfo"),
    ("general manager", "gm"),
    ("prime minister", "premier", "pm"),
    ("captain", "skipper", "master"),
    ("judge", "justice", "mr justice", "mrs justice", "lord justice"),
    ("chief operating officer", "coo", "operations chief"),
    ("chief technology officer", "cto"),
    ("deputy", "number two"),
    ("secretary general", "general secretary"),
    ("director general", "general director"),
    ("vice president", "vp"),
    ("managing director", "md"),
    ("adviser", "advisor"),
    ("police officer", "policeman", "policewoman"),
    ("foreign minister", "minister of foreign affairs"),
    ("defence minister", "defense minister", "minister of defence", "minister of defense"),
)
