"""A process of its own that reads one uploaded file and ends: what libraries do with a hostile one harms nobody else.

It knows nothing of the database. It gets the file and says in JSON what is in it, or what is wrong with it.
"""
