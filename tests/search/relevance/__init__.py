"""How well the search finds: queries with hand-made judgements on the starter content (docs/relevance.md)."""
