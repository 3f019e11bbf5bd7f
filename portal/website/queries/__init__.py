"""What the pages of the site show, read from the database: the same number of queries however much there is."""
