"""From text to the words that are looked up: the same code for documents and for queries."""
