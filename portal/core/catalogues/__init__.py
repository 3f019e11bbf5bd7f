"""Interface texts in all languages: found in the source, kept in .po files, compiled when the portal is prepared.

Done in Python, so that a machine without GNU gettext can check and compile them too.
"""
