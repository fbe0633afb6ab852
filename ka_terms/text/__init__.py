"""How any text is made harmless and measured: hidden signs, widths, lines, and messages that can be translated."""
