"""What flows through a formula: one implementation of the protocol a file."""
