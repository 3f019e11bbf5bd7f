"""A process of its own that reads one list and ends: what a library does with a hostile file harms nobody else.

It knows nothing of the database. It gets the file, and says in JSON which rows are in it or why it cannot be read.
"""
