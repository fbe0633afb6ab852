"""Formats of text: one file each, and how wide tables are laid out."""
