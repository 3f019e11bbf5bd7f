"""Reading, merging, checking and compiling the .po files."""

from __future__ import annotations

import re
from pathlib import Path

import django
import polib
from django.apps import apps
from django.conf import settings

from portal.core.catalogues.extract import Message, find_messages
from portal.core.scripts.serbian import to_latin

#: Catalogues that people write. English is the source; sr-latn is made from sr.
WRITTEN = ("sq", "bs", "cnr", "mk", "sr")

_ONE_FEW_MANY = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
PLURAL_FORMS = {
    "sq": "nplurals=2; plural=(n != 1);",
    "bs": _ONE_FEW_MANY,
    "cnr": _ONE_FEW_MANY,
    "mk": "nplurals=2; plural=(n % 10 == 1 && n % 100 != 11) ? 0 : 1;",
    "sr": _ONE_FEW_MANY,
    "sr_Latn": _ONE_FEW_MANY,
}


def locale_dir() -> Path:
    return Path(settings.LOCALE_PATHS[0])


def po_path(code: str) -> Path:
    return locale_dir() / code / "LC_MESSAGES" / "django.po"


def _metadata(code: str) -> dict[str, str]:
    return {
        "Project-Id-Version": "Continuum",
        "Language": code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURAL_FORMS[code],
    }


def update(code: str, messages: dict[Message, set[str]]) -> tuple[int, int]:
    """Adds what is new to a catalogue and drops what is gone; answers with how many of each."""
    path = po_path(code)
    old = polib.pofile(str(path)) if path.exists() else polib.POFile()
    known = {Message(entry.msgid, entry.msgid_plural, entry.msgctxt or ""): entry for entry in old}
    fresh = polib.POFile(wrapwidth=110)
    fresh.metadata = _metadata(code)
    for message, files in sorted(messages.items(), key=lambda item: (item[0].text, item[0].context)):
        entry = known.get(message) or polib.POEntry(
            msgid=message.text, msgid_plural=message.plural, msgctxt=message.context or None
        )
        if message.plural and not entry.msgstr_plural:
            forms = int(PLURAL_FORMS[code].split("nplurals=")[1][0])
            entry.msgstr_plural = dict.fromkeys(range(forms), "")
        entry.occurrences = [(name, "") for name in sorted(files)]
        fresh.append(entry)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh.save(str(path), newline="\n")
    return len(set(messages) - set(known)), len(set(known) - set(messages))


def problems(code: str, messages: dict[Message, set[str]]) -> list[str]:
    """What is wrong with a catalogue: missing, empty, fuzzy or left-over texts, lost placeholders."""
    path = po_path(code)
    if not path.exists():
        return [f"{code}: there is no catalogue"]
    found = []
    known: dict[Message, polib.POEntry] = {
        Message(entry.msgid, entry.msgid_plural, entry.msgctxt or ""): entry for entry in polib.pofile(str(path))
    }
    for message, files in messages.items():
        entry = known.get(message)
        where = min(files)
        if entry is None:
            found.append(f"{code}: not in the catalogue: {message.text!r} ({where})")
        elif not entry.translated():
            found.append(f"{code}: not translated: {message.text!r} ({where})")
        else:
            source, droppable = _placeholders(message.plural or message.text), _droppable(message)
            found += [
                f"{code}: placeholder {sorted(lost)} lost: {message.text!r}"
                for text in filter(None, [entry.msgstr, *entry.msgstr_plural.values()])
                if (lost := source - _placeholders(text) - droppable)
            ]
    found += [f"{code}: no longer used: {message.text!r}" for message in set(known) - set(messages)]
    return found


def _placeholders(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)[sd]|\{\w+\}", text))


def _droppable(message: Message) -> set[str]:
    """The number of a plural form may be written out ("one page")."""
    return {"%(count)s", "%(count)d", "%(counter)s"} if message.plural else set()


def compile_all() -> list[str]:
    """Writes the .mo files that are older than their .po files; answers with the languages that were compiled."""
    compiled = []
    for code in WRITTEN:
        source, target = po_path(code), po_path(code).with_suffix(".mo")
        if source.exists() and _is_stale(source, target):
            catalogue = polib.pofile(str(source))
            if code == "cnr":
                _borrow_for_montenegrin(catalogue)
            catalogue.save_as_mofile(str(target))
            compiled.append(code)
    serbian, latin = po_path("sr"), po_path("sr_Latn").with_suffix(".mo")
    if serbian.exists() and _is_stale(serbian, latin):
        latin.parent.mkdir(parents=True, exist_ok=True)
        in_latin_script(polib.pofile(str(serbian))).save_as_mofile(str(latin))
        compiled.append("sr_Latn")
    return compiled


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
    catalogue.metadata = _metadata("sr_Latn")
    for entry in catalogue:
        entry.msgstr = to_latin(entry.msgstr)
        entry.msgstr_plural = {form: to_latin(text) for form, text in entry.msgstr_plural.items()}
    return catalogue


def product_messages() -> dict[Message, set[str]]:
    return find_messages(Path(settings.BASE_DIR))
