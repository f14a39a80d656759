"""Edits of specs that keep what they do not concern: comments, layout, quotation marks and line ends stay byte for byte.

What is read: the text of a spec. What is not: files (a face reads and writes them). Every edit is a few splices, and its result
is read again with the reader of specs: it is returned only where the new reading is the old one with the wanted change, and
where a spec that could be used still can. Else a FactspecError says why:

| code | says |
|---|---|
| FS401 | the spec's notation is faulty, so that nothing can be said of an edit |
| FS402 | what was to be edited is not there |
| FS403 | the edit cannot be made in this layout, or what is to be written cannot stand in a spec |
| FS404 | with the edit the spec could no longer be used |
| FS405 | two splices overlap |
"""

from factspec.editing.facts import append_facts
from factspec.editing.forms import add_form
from factspec.editing.places import remove_item, rename_key, replace_scalar
from factspec.editing.splicing import Splice, spliced
from factspec.editing.waivers import append_waiver

__all__ = [
    "Splice", "add_form", "append_facts", "append_waiver", "remove_item", "rename_key", "replace_scalar", "spliced",
]  # fmt: skip
