"""Following a search: as a feed, or saved and told of by e-mail."""
