"""Workbooks: sheets of cells, their number formats, and native charts."""
