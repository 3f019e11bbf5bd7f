"""Reading, merging and checking the .po files."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from portal.core.catalogues.extract import Message

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

#: Messages, and for each the files in which it stands.
Texts = Mapping[Message, set[str]]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Texts of one origin, in one .po file a language.

    `domain` is gettext's: `django` is read on the server, `djangojs` by scripts. `find_texts` answers with what has to
    be in it.
    """

    folder: Path
    domain: str
    find_texts: Callable[[], Texts]

    def po_path(self, code: str) -> Path:
        return self.folder / code / "LC_MESSAGES" / f"{self.domain}.po"

    def mo_path(self, code: str) -> Path:
        return self.po_path(code).with_suffix(".mo")


def metadata(code: str) -> dict[str, str]:
    return {
        "Project-Id-Version": "Continuum",
        "Language": code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURAL_FORMS[code],
    }


def update(catalogue: Catalogue, code: str, messages: Texts) -> tuple[int, int]:
    """Adds what is new to a catalogue and drops what is gone; answers with how many of each."""
    path = catalogue.po_path(code)
    old = polib.pofile(str(path)) if path.exists() else polib.POFile()
    known = {Message(entry.msgid, entry.msgid_plural, entry.msgctxt or ""): entry for entry in old}
    fresh = polib.POFile(wrapwidth=110)
    fresh.metadata = metadata(code)
    for message, files in sorted(messages.items(), key=lambda item: (item[0].text, item[0].context, item[0].plural)):
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


def problems(catalogue: Catalogue, code: str, messages: Texts) -> list[str]:
    """What is wrong with a catalogue: missing, empty, fuzzy or left-over texts, placeholders lost or not known."""
    path = catalogue.po_path(code)
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
            found += [
                f"{code}: {problem}: {message.text!r}"
                for text in filter(None, [entry.msgstr, *entry.msgstr_plural.values()])
                for problem in _wrong_placeholders(message, text)
            ]
    found += [f"{code}: no longer used: {message.text!r}" for message in set(known) - set(messages)]
    return found


def _wrong_placeholders(message: Message, translated: str) -> list[str]:
    """What only a plural has may be written out ("one page"); what the source does not fill in may not be asked for."""
    singular, plural = _placeholders(message.text), _placeholders(message.plural)
    given = _placeholders(translated)
    droppable = (plural - singular) | {"%(count)s", "%(count)d", "%(counter)s"} if message.plural else set()
    lost, unknown = (plural or singular) - given - droppable, given - singular - plural
    return [f"placeholder {sorted(names)} {what}" for names, what in ((lost, "lost"), (unknown, "not known")) if names]


def _placeholders(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)[sd]|\{\w+\}", text))
