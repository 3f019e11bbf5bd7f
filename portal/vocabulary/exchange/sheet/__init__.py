"""The glossary as a spreadsheet, one row a concept."""
