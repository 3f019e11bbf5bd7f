"""What a page is made of, text by text, in its source language and in another.

The view with two languages, exchange files and the translation memory all read and write pages through this package, so
what one of them calls a text is the same to all.
"""
