"""One contract: its plan, its terms, what is agreed without a fee, and the names they use for each other."""
