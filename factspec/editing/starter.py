"""A spec to begin with: comments for somebody who has never seen YAML, one fact to replace, and one of each kind to copy.

What is read: the event, and the articles as globs. What is not: articles; the facts here are of a ferry that there is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from anyascii import anyascii

from factspec.editing.writing import scalar
from factspec.errors import FactspecError, Problem
from factspec.spec import load_spec

__all__ = ["SCHEMA", "file_name", "starter"]

SCHEMA = "factspec.schema.json"
"""The file name of the JSON Schema that the first line of a spec points to, in the spec's own folder."""
LONGEST = 60

_HEAD = """\
# yaml-language-server: $schema=./{schema}
#
# This file holds what you know of one event; factspec checks articles against it.
#
#  - What stands behind a # is a note for you; the program skips it.
#  - A line says "key: value". What belongs to a key stands below it, two blanks further in. Never use tabs.
#  - Put a text in "quotation marks" if it holds a colon, a comma or a #.

factspec: 1  # the version of this format: leave it as it is
event: {event}

# The articles to check, counted from the folder of this file. A * stands for any letters.
articles:
{articles}

# Each fact has a name that you choose (letters, digits, - and _, no blanks) and its keys below it.
facts:
"""

_FIRST = """\
  # An example: put a fact of your own in its place, then take the line "checked: false" away.
  service-resumed:
    kind: date
    value: 2026-05-11  # year-month-day; also 2026-05, 2026 or 2026-05-11/2026-05-13
    about: [resumed, runs again]  # words that stand near the value in an article; "resume" finds "resumed"
    statement: The ferry resumed its service on 11 May 2026.  # for editors who read the report
    source: Notice of the harbour office, seen 2026-05-12  # where you have the value from
    checked: false  # no article is checked against this fact while this line stands here
"""

_REST = """\
  # More examples, one for each kind of fact. To use one, take the "# " away at the beginning of its lines.

  # passengers:
  #   kind: count  # how many
  #   value: 18  # also "at least 18", "about 60", 20-25
  #   of: [passengers, travellers]  # what is counted
  #   required: false  # an article may leave it out, but not get it wrong

  # crossing:
  #   kind: quantity  # a number with its unit; articles may use another one, such as miles
  #   value: 12 km
  #   about: [crossing, route]

  # ship:
  #   kind: name
  #   value: Skerry Maid
  #   also: [the Maid]  # other right forms
  #   not: [Skerry Mayd]  # forms known to be wrong

  # harbours:
  #   kind: names  # an article must have all of them
  #   value: [Port Ellan, Skerry Quay]

  # home-port:
  #   kind: place
  #   value: Ellanmouth
  #   about: [registered, home port]

  # harbour-master:
  #   kind: role  # who holds which office
  #   value: {person: Ana Lindqvist, role: harbour master, of: Port Ellan}
  #   also: [Lindqvist]

  # hatch-quote:
  #   kind: quote  # word for word
  #   value: We tested every hatch twice
  #   by: Ana Lindqvist
  #   required: false
"""


def file_name(event: str) -> str:
    """A name for the spec of an event: "Ferry to Skerry, May 2026" is ferry-to-skerry-may-2026.facts.yaml.

    Raises FactspecError (FS411) where the event has no letter and no digit.
    """
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", anyascii(event).lower()))
    name = "-".join(words)
    while len(name) > LONGEST and len(words) > 1:
        words.pop()
        name = "-".join(words)
    if not name:
        raise FactspecError(Problem("FS411", f"no file name can be made of the event {event!r}", help="give one: --output-file"))
    return f"{name[:LONGEST]}.facts.yaml"


def starter(event: str, articles: Iterable[str]) -> str:
    """The text of a new spec for an event and the articles that some globs name, relative to the spec's folder.

    Raises FactspecError (FS403, FS404) where the event or a glob cannot stand in a spec.
    """
    lines = "\n".join(f"  - {scalar(glob)}" for glob in articles)
    text = _HEAD.format(schema=SCHEMA, event=scalar(" ".join(event.split())), articles=lines) + _FIRST + "\n" + _REST
    load_spec("the new spec", text)
    return text
