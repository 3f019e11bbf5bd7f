"""Reading from the database for pages: each answer takes the same number of queries, however much there is."""
