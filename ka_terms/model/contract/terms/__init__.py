"""What is agreed: terms of every shape, their limits and conditions, and groups of them."""
