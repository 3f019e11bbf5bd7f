"""Search and the library: analysis -> documents -> engines -> queries -> views."""
