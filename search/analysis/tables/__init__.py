"""Tables of lemmas: built once from the installed dictionaries into LANGUAGE_TABLES_DIR, mapped into each process."""
