"""The codes of all messages and what they are about; docs/messages.md explains each, and a test holds both together."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["CODES"]

CODES: Mapping[str, str] = {
    # FS2xx: waivers
    "FS201": "A waiver has expired",
    "FS202": "A waiver is for nothing",
    "FS203": "A waiver is about to expire",
    # FS3xx: the run and the command line
    "FS301": "Nothing was examined",
    "FS302": "A glob matches no file",
    "FS303": "A spec has no facts",
    "FS304": "A spec names no articles",
    "FS305": "A fact is dead",
    "FS306": "Two articles have one path",
    "FS307": "A file cannot be written",
    "FS308": "A fact or an article that was asked for is not there",
    "FS309": "An example gets another verdict",
}
