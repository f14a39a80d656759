"""`factspec lint`: what is said of a spec and where, what is mended, which codes are wanted, and with which status it ends."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spec_tables import BAD, GOOD, whole
from test_cli import Ferry

from factspec.codes import CODES
from factspec.errors import FactspecError
from factspec.linting import Codes, is_mendable, lint, mended
from factspec.loading import opened

ferry = pytest.fixture(Ferry.made)
