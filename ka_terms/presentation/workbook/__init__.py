"""Workbooks that calculate: sheets of inputs, and of formulas over them."""
