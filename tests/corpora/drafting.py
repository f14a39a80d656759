"""Articles of fictional events, and what must and must not be proposed from them.

A case is the articles, the kind, the value as it is written, and what stands beside it as a disagreement; NOT has the kind and a
value that must not be proposed.
"""

from __future__ import annotations

DAY = "2026-05-12"

PROPOSED: dict[str, tuple[tuple[str, ...], str, object, tuple[object, ...]]] = {
    "the people behind a figure in a state": (("Twenty-four people were killed in the storm.",), "count", "24", ()),
    "the figure behind a verb": (("The storm killed 24 people near Port Ellan.",), "count", "24", ()),
    "a toll that a noun leads to": (("The death toll rose to 24 on the island.",), "count", "24", ()),
    "things": (("The storm sank nine boats in the harbour.",), "count", "9", ()),
    "nobody": (("No one was injured in the blaze.",), "count", "0", ()),
    "a rank": (("She is the fifth mayor of the town.",), "count", "5", ()),
    "a record": (("The Gulls fell to a record of 9-14 last night.",), "count", "9-14", ()),
    "several parts": (("On board were 12 adults and 11 children.",), "count", "12 adults and 11 children", ()),
    "an age": (("Ana Lindqvist, 61, was content.",), "count", "61", ()),
    "a figure with a comparator": (("At least 24 people were killed.",), "count", "at least 24", ()),
    "nearly is about": (("The firm paid nearly $14 billion for the yard.",), "quantity", "about 14 billion USD", ()),
    "a measure with its noun": (("It struck at a depth of just 10 kilometres.",), "quantity", "10 km", ()),
    "money": (("The $13.9 billion takeover was agreed.",), "quantity", "13.9 billion USD", ()),
    "a share": (("The storm cut off 65 percent of households.",), "quantity", "65 %", ()),
    "a day by the dateline": (("The ferry resumed its service on Monday.",), "date", "2026-05-11", ()),
    "a day": (("The ferry was launched on 3 March 1998.",), "date", "1998-03-03", ()),
    "a month": (("The yard was founded in June 1951.",), "date", "1951-06", ()),
    "a year": (("The yard was founded in 1951.",), "date", "1951", ()),
    "an office before a name": (
        ("The harbour master Ana Lindqvist was content.",),
        "role",
        {"person": "Ana Lindqvist", "role": "harbour master"},
        (),
    ),
    "an office behind a name": (
        ("Ana Lindqvist, the harbour master of Skerry, was content.",),
        "role",
        {"person": "Ana Lindqvist", "role": "harbour master", "of": "Skerry"},
        (),
    ),
    "a title": (
        ("Ellan Lines CEO Ana Lindqvist was content.",),
        "role",
        {"person": "Ana Lindqvist", "role": "CEO", "of": "Ellan Lines"},
        (),
    ),
    "two names of one thing": (
        ("The plan, dubbed Sea Wall or Storm Wall, was approved.",),
        "names",
        ("Sea Wall", "Storm Wall"),
        (),
    ),
    "a second name of a thing": (
        ("Operation Gannet, codenamed Grey Tide, began at dawn.",),
        "names",
        ("Operation Gannet", "Grey Tide"),
        (),
    ),
    "names in a row": (
        ("The ferry calls at Port Ellan, Skerry Quay and Ellanmouth.",),
        "names",
        ("Port Ellan", "Skerry Quay", "Ellanmouth"),
        (),
    ),
    "a quotation with its speaker": (
        ('"We tested every hatch twice before she sailed," said Ana Lindqvist.',),
        "quote",
        "We tested every hatch twice before she sailed",
        (),
    ),
    "few quoted words of two articles": (
        ('Police call the blaze "potentially suspicious".', 'It is "potentially suspicious", police said.'),
        "quote",
        "potentially suspicious",
        (),
    ),
    "a name of two articles": (("The Skerry Maid sank.", "Divers found the Skerry Maid."), "name", "Skerry Maid", ()),
    "a place of two articles": (
        ("The ferry sank near Stromvik.", "Divers searched the sea off Stromvik."),
        "place",
        "Stromvik",
        (),
    ),
    "articles that differ in a count": (
        ("Eighteen passengers were on the first crossing.", "Some 21 passengers were on the first crossing."),
        "count",
        "18",
        ("about 21",),
    ),
    "articles that differ in a day": (
        ("The ferry resumed its service on Monday.", "The ferry resumed its service on Sunday."),
        "date",
        "2026-05-11",
        ("2026-05-10",),
    ),
    "articles that differ in a name": (
        ("Bodil Stromsund sailed.", "Bodil Stromsund was content.", "Bodil Stromsunt sailed."),
        "name",
        "Bodil Stromsund",
        ("Bodil Stromsunt",),
    ),
    "two against one": (
        ("The storm killed 24 people.", "The storm killed 24 people.", "The storm killed 20 people."),
        "count",
        "24",
        ("20",),
    ),
    "one measure in two units": (
        ("It struck at a depth of 10 kilometres.", "It struck at a depth of 6.2 miles."),
        "quantity",
        "10 km",
        (),
    ),
}

NOT: dict[str, tuple[tuple[str, ...], str, object]] = {
    "a vague figure": (("Dozens of people were killed.",), "count", "24"),
    "a figure that is taken back": (("An earlier report of 30 dead was wrong.",), "count", "30"),
    "the date of a statement": (("The boats were safe, police said on Monday.",), "date", "2026-05-11"),
    "a season": (("The Gulls lost last season.",), "date", "2025"),
    "a single word that is quoted": (('They call it "safe".', 'It is "safe".'), "quote", "safe"),
    "the second unit of a measure": (("At a depth of 10 kilometres (6 miles) it stopped.",), "quantity", "6 mile"),
    "a bystander without an office": (("Ana Lindqvist was content.",), "role", {"person": "Ana Lindqvist"}),
}

APART: dict[str, tuple[tuple[str, ...], str]] = {
    "two figures of one article": (
        ("Seven rifles and three rifles of another make were found on deck.", "Three rifles were found on deck."),
        "count",
    ),
    "figures of another time": (
        ("The storm killed 24 people.", "In 1981 a storm killed 40 people."),
        "count",
    ),
    "other things": (("Nine boats were lost.", "Eleven cars were lost."), "count"),
}
"""Values that are no disagreement: no proposal of the kind may have another one beside it."""
