"""What several articles state differently about the same thing, found without a spec.

What is read: dates, figures, counts, ages, office holders, spellings of names and quotations, each by the words it hangs on.
What is not: which of the articles is right, what only one of them tells, and opinions; two sentences that merely differ are no
difference. Where it is unsure whether two values are of the same thing, it says nothing.
"""

from factspec.differences.comparing import compare
from factspec.differences.nouns import Compared, Difference, Stated, Value

__all__ = ["Compared", "Difference", "Stated", "Value", "compare"]
