"""What if: every question about a contract is answered by costing it, never by a second formula."""
