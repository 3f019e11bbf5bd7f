"""The search for programs: the same answers as the page of the library, as JSON, below `/api/v1/`."""
