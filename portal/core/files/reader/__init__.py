"""Reads what can be read off a file, in a process of its own.

    python -m portal.core.files.reader <ending of the name>  < file

Files come from outside, and those who read them are large libraries. So the process first takes away its own means
(memory, processor time, what it may write) and then opens the file. What it finds goes out at once as lines of JSON,
the cheapest first, so that a file which breaks it half way has still given what was read before:

    {"pages": 12}                        of a PDF
    {"thumbnail": "<PNG in base64>"}     of a PDF
    {"text": "…"}                        one line for each page, slide or sheet, in their order
    {"cut": true}                        there is more text than is kept
    {"problem": "protected"}             why there is nothing more: `protected`, `large` or `damaged`

Nothing here needs Django: the process knows no settings, no secrets and no database.
"""
