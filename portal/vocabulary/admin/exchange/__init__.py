"""Words go out as files and come in again: the pages of the admin for that."""
