"""The report for editors: one HTML file that is opened from disk and asks nothing of any server.

What is held: the room's one function. What is not: a clock, a version and the day (a face hands them in as `Edition`).
"""

from factspec.report.html.edition import Edition
from factspec.report.html.page import LIMIT, html_report
from factspec.report.html.since import Earlier, read_earlier

__all__ = ["LIMIT", "Earlier", "Edition", "html_report", "read_earlier"]
