"""What a contract costs: the formula of each shape of term, stated once, and the statement that comes of them."""
