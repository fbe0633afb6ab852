"""`python -m ka_terms` is the same program as `ka-terms`."""

from __future__ import annotations

from ka_terms.cli import main

if __name__ == "__main__":
    main()
