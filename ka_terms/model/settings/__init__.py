"""What a company keeps besides its contracts: fee types, labels, house rules."""
