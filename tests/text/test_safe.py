"""Signs that JSON shows as escapes."""

from __future__ import annotations

from ka_terms.text.safe import escape_in_json


def test_a_hidden_sign_is_escaped_in_json_in_as_many_units_as_it_has() -> None:
    assert escape_in_json('"年\u202e\U000e0041"') == '"年\\u202e\\udb40\\udc41"'
