"""Workbooks: a report with sheets that calculate, a workbook that comes back, and a form that was filled in."""
