"""A real PostgreSQL and a real Elasticsearch for tests, on this machine, with the standard library only."""
