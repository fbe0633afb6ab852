"""Sales a store of accounts side by side: ranks, indices, channels, and figures that contradict their own row."""
