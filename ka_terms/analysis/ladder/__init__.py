"""The tiers of a contract: jumps, dead zones, warnings."""
