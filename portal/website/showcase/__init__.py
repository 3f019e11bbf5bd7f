"""Every component in each of its states, for those who write texts, translate words or draw components."""
