"""One page before the meeting: where both sides stand, what a step costs, what to give and what to get for it."""
