"""Parts of sentences: terms, quantities, calculations, inputs and warnings in words."""
