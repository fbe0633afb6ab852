"""Letters of columns."""

from __future__ import annotations

import pytest

from ka_terms.text.columns import column_name, column_number


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")]
)
def test_columns_are_counted_from_0(column: int, name: str) -> None:
    assert column_name(column) == name
    assert column_number(name) == column
