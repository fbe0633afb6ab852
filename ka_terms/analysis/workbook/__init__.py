"""Workbooks that calculate: what they need of a contract, and what came back in one."""
