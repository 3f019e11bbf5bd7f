"""Fills in catalogues as a translator does."""

import polib

from portal.core.catalogues.files import Catalogue


def translate(catalogue: Catalogue, code: str, **texts: str) -> None:
    """Translates the texts that begin with these words; what is not given is translated by itself."""
    entries = polib.pofile(str(catalogue.po_path(code)))
    for entry in entries:
        text = texts.get(entry.msgid.split()[0], entry.msgid)
        if entry.msgid_plural:
            entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, text)
        else:
            entry.msgstr = text
    entries.save()
