"""`python -m factspec` is the command line."""

import sys

from factspec.cli import main

if __name__ == "__main__":
    sys.exit(main())
