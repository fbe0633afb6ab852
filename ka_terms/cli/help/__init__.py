"""The help of the commands: how it is drawn, and its texts in Chinese."""
