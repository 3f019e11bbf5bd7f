"""Makes the .mo files, which Django reads, from the .po files, which people write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import django
import polib
from django.apps import apps

from portal.core.catalogues.files import WRITTEN, Catalogue, metadata
from portal.core.scripts.serbian import to_latin


def compile_all(catalogues: Sequence[Catalogue]) -> list[str]:
    """Writes the .mo files that are older than their .po files; answers with the languages that were compiled.

    What only other packages say joins the last of the catalogues for Django, so that what is ours goes before it.
    """
    last = [catalogue for catalogue in catalogues if catalogue.domain == "django"][-1]
    compiled = []
    for catalogue in catalogues:
        for code in WRITTEN:
            source, target = catalogue.po_path(code), catalogue.mo_path(code)
            if source.exists() and _is_stale(source, target):
                texts = polib.pofile(str(source))
                if code == "cnr" and catalogue == last:
                    _borrow_for_montenegrin(texts)
                texts.save_as_mofile(str(target))
                compiled.append(code)
        serbian, latin = catalogue.po_path("sr"), catalogue.mo_path("sr_Latn")
        if serbian.exists() and _is_stale(serbian, latin):
            latin.parent.mkdir(parents=True, exist_ok=True)
            in_latin_script(polib.pofile(str(serbian))).save_as_mofile(str(latin))
            compiled.append("sr_Latn")
    return list(dict.fromkeys(compiled))


def _borrow_for_montenegrin(catalogue: polib.POFile) -> None:
    """Adds the texts of Django and of the installed apps, which know no Montenegrin: Bosnian, else Serbian in Latin.

    Names of months, form errors and the like would be English otherwise.
    """
    known = {(entry.msgctxt, entry.msgid) for entry in catalogue}
    folders = [Path(django.__file__).parent / "conf" / "locale"]
    folders += [Path(app.path) / "locale" for app in apps.get_app_configs()]
    for nearest in ("bs", "sr_Latn"):
        for folder in folders:
            path = folder / nearest / "LC_MESSAGES" / "django.po"
            for entry in polib.pofile(str(path)) if path.exists() else []:
                if (entry.msgctxt, entry.msgid) not in known and entry.translated():
                    known.add((entry.msgctxt, entry.msgid))
                    catalogue.append(entry)


def _is_stale(source: Path, target: Path) -> bool:
    return not target.exists() or target.stat().st_mtime < source.stat().st_mtime


def in_latin_script(catalogue: polib.POFile) -> polib.POFile:
    """The Serbian catalogue in Latin script; placeholders are ASCII and stay."""
    catalogue.metadata = metadata("sr_Latn")
    for entry in catalogue:
        entry.msgstr = to_latin(entry.msgstr)
        entry.msgstr_plural = {form: to_latin(text) for form, text in entry.msgstr_plural.items()}
    return catalogue
