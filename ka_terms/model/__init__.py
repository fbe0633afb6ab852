"""What was agreed: frozen models of a contract, its plan and its terms. Validity only; nothing here computes a fee."""
