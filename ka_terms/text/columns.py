"""The letters of the columns of a spreadsheet."""

from __future__ import annotations


def column_name(column: int) -> str:
    """The letters of a column from 0: A, Z, AA."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def column_number(name: str) -> int:
    """The column from 0 that has these letters."""
    number = 0
    for letter in name:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1
