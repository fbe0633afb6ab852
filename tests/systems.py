"""What not every operating system has."""

from __future__ import annotations

import sys

import pytest

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links take a privilege on this system")
needs_permissions = pytest.mark.skipif(sys.platform == "win32", reason="this system has other permissions")
