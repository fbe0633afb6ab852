"""The numbers of a contract that can be changed, and the contract with other numbers."""
