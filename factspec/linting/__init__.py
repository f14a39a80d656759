"""What is wrong or doubtful in specs, with their articles at hand, and the mistakes in them that can be mended safely.

What is read: spec files, and the articles that they name. What is not: what the articles say of the facts, which `factspec
check` tells; the clock (today is handed in) and the terminal.
"""

from factspec.linting.codes import Codes
from factspec.linting.linter import Linted, lint
from factspec.linting.mending import Mended, mendable, mended

__all__ = ["Codes", "Linted", "Mended", "lint", "mendable", "mended"]
