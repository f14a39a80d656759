"""What all tests share: pytest's own tester, and the lazy modules, loaded once.

An in-process run of the tester forgets the modules that it was the first to import; classes would then exist twice.
"""

import factspec.pytest_plugin.session  # noqa: F401

pytest_plugins = ["pytester"]
