"""The styles and the script of the report, each put together from its readable files.

What is read: `style/*.css`, and the ES modules of `script/`, which import one another by `import { … } from './name.js';` and
export declarations only. What is not: any other form of import or export. In the page each module is a function that returns
what it exports, so that a hash can stand for the whole script and nothing is loaded.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

__all__ = ["bundled", "modules", "read_part", "styles"]

ENTRY = "main.js"
STYLES = ("base.css", "parts.css", "check.css", "matrix.css", "fact.css", "article.css", "narrow.css", "print.css")
_IMPORT = re.compile(r"^import\s+(?P<names>\{[^}]*\})\s+from\s+'\./(?P<file>[a-z_]+)\.js';\n", re.MULTILINE)
_EXPORT = re.compile(r"^export const (?P<name>\w+)", re.MULTILINE)


def read_part(folder: str, name: str) -> str:
    """A file of this room."""
    return (files(__package__) / folder / name).read_text(encoding="utf-8")


@cache
def styles() -> str:
    """All styles, in an order in which the later may refine the earlier."""
    return "".join(read_part("style", name) for name in STYLES)


@cache
def bundled() -> str:
    """The script as one text: each module behind those that it imports, in a scope of its own kind."""
    return "'use strict';\n" + "\n".join(_as_function(name, text) for name, text in modules().items())


def _as_function(name: str, text: str) -> str:
    """A module as a function of its own that is called at once; its exports are held by a constant of its name."""
    exports = ", ".join(match["name"] for match in _EXPORT.finditer(text))
    taken = _IMPORT.sub(lambda match: f"const {match['names']} = module_{match['file']};\n", text)
    body = _EXPORT.sub(r"const \g<name>", taken)
    return f"const module_{name.removesuffix('.js')} = (() => {{\n{body}\nreturn {{ {exports} }};\n}})();\n"


def modules() -> dict[str, str]:
    """The script's modules by name, in the order in which they can be run."""
    found: dict[str, str] = {}
    _gather(ENTRY, found, ())
    return found


def _gather(name: str, found: dict[str, str], within: tuple[str, ...]) -> None:
    if name in found:
        return
    if name in within:
        raise ValueError(f"scripts import one another in a circle: {' > '.join((*within, name))}")
    text = read_part("script", name)
    for match in _IMPORT.finditer(text):
        _gather(f"{match['file']}.js", found, (*within, name))
    found[name] = text
