"""From words as typed to the question an engine is asked."""
