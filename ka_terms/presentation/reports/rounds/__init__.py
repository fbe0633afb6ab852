"""The rounds of a negotiation as a report: its sentences, its tables, its picture, its keys for programs."""
