"""Specs at the border: a YAML text becomes a `Spec`, or all that is wrong with it; and the JSON Schema for editors."""

from factspec.spec.reading import Loaded, load_spec
from factspec.spec.schema import json_schema

__all__ = ["Loaded", "json_schema", "load_spec"]
