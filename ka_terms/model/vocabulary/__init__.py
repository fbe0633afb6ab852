"""The names of what can be asked of a contract: figures of the plan, parameters of the terms, metrics."""
