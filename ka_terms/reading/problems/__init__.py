"""What is wrong with a file, and at which place of it."""
