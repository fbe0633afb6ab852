"""VPO of accounts as a report: what contradicts its row, ranks and indices, channels."""
