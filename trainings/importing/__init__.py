"""Enrolling the people of a spreadsheet: from the file to what became of each row (docs/mechanisms/importing.md)."""
