"""One content language a page: which languages a page has, which one a reader gets, what is outdated."""
