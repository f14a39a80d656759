"""Words of office: the nouns that name one, what makes another one of it, and the forms that news use for the same one.

What is here: offices and occupations that news put before or behind a person's name. What is not: ranks and forms of address,
which are titles (see `lexicon`), and the offices of any one country or company.
"""

from __future__ import annotations

from factspec.language.lexicon import listed

__all__ = ["OFFICE_MODIFIERS", "OFFICE_NOUNS", "OFFICE_VARIANTS"]

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
    spokeswoman superintendent surgeon surveyor teacher technician trainer treasurer treasurer trustee undersecretary veterinarian
    vicar warden writer"""
)

OFFICE_MODIFIERS = listed(
    "former ex acting interim deputy assistant vice then caretaker onetime outgoing incoming retired designate"
)

# Forms of one office: the first word group stands for all of its row.
OFFICE_VARIANTS: tuple[tuple[str, ...], ...] = (
    ("spokesman", "spokeswoman", "spokesperson"),
    ("chairman", "chairwoman", "chairperson", "chair"),
    ("chief executive officer", "chief executive", "ceo"),
    ("chief financial officer", "finance chief", "cfo"),
    ("general manager", "gm"),
    ("prime minister", "premier", "pm"),
    ("vice president", "vp"),
    ("managing director", "md"),
    ("adviser", "advisor"),
    ("police officer", "policeman", "policewoman"),
    ("foreign minister", "minister of foreign affairs"),
    ("defence minister", "defense minister", "minister of defence", "minister of defense"),
)
