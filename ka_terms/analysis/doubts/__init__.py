"""What in a file may be meant otherwise than it is read: of clauses, of settings, and all that `check` tells."""
