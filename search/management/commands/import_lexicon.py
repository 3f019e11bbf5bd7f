"""`manage.py import_lexicon`: bilingual lists and wordnets for searching across languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.core.languages.catalogue import CONTENT_CODES
from search.lexicon.folders import compile_tables
from search.lexicon.imported import ImportedSource
from search.lexicon.importing.columns import column_terms
from search.lexicon.importing.rows import ReadTerm, Skipped, UnreadableList
from search.lexicon.importing.store import NothingUsable, Taken, remove_source, replace_source
from search.lexicon.importing.wordnet import wordnet_terms

_DELIMITERS = {"tsv": "\t", "csv": ","}
#: Of each reason, as many lines are named; the others are counted.
_NAMED = 5
_LONGEST_NAME = 100


class Command(BaseCommand):
    help = (
        "Imports a bilingual list or a wordnet for searching across languages, in place of what its source had before;"
        " takes a source out; compiles what was imported for this machine. Do not import what you may not use: the"
        " licence is kept and shown to editors."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path)
        parser.add_argument(
            "--format",
            choices=("omw", *_DELIMITERS),
            help="omw: tab file of the Open Multilingual Wordnet; tsv, csv: a column for each language, its code in the"
            " first line, synonyms separated by |",
        )
        parser.add_argument("--language", choices=CONTENT_CODES, help="of an omw file")
        parser.add_argument("--source", help="name of the list")
        parser.add_argument("--licence", help="under which licence it may be used, and who has to be named")
        parser.add_argument("--remove", metavar="SOURCE", help="take everything of a source out")
        parser.add_argument("--compile", action="store_true", help="compile what is missing on this machine")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["remove"]:
            self._remove(options["remove"])
        elif options["file"]:
            self._import(options)
        elif not options["compile"]:
            raise CommandError("Name a file to import, a source to --remove, or --compile.")
        compile_tables()

    def _import(self, options: dict[str, Any]) -> None:
        for name in ("format", "source", "licence"):
            if not (options[name] or "").strip():
                raise CommandError(f"--{name} is needed.")
        if len(options["source"]) > _LONGEST_NAME:
            raise CommandError(f"The name of the source has more than {_LONGEST_NAME} letters.")
        try:
            taken = replace_source(name=options["source"], licence=options["licence"], read=_read(options))
        except UnreadableList as error:
            raise CommandError(str(error)) from error
        except NothingUsable as error:
            raise CommandError(f"{options['file']} has no usable term; nothing was changed.") from error
        self._say(options["source"], taken)

    def _remove(self, source: str) -> None:
        try:
            remove_source(source)
        except ImportedSource.DoesNotExist as error:
            known = ", ".join(ImportedSource.objects.values_list("name", flat=True)) or "none"
            raise CommandError(f"No source is called “{source}”; there are: {known}") from error
        self.stdout.write(f"{source}: removed")

    def _say(self, source: str, taken: Taken) -> None:
        languages = ", ".join(f"{code} {number}" for code, number in sorted(taken.terms.items()))
        self.stdout.write(f"{source}: {taken.number} terms ({languages})")
        for reason, lines in taken.skipped.items():
            named = ", ".join(str(line) for line in lines[:_NAMED])
            more = f" and {len(lines) - _NAMED} more" if len(lines) > _NAMED else ""
            self.stdout.write(f"  left out, {reason}: line {named}{more}")


def _read(options: dict[str, Any]) -> Iterator[ReadTerm | Skipped]:
    if options["format"] == "omw":
        if not options["language"]:
            raise CommandError("--language is needed: an omw file is in one language.")
        return wordnet_terms(options["file"], options["language"])
    if options["language"]:
        raise CommandError("--language is for omw files; other lists name their languages in the first line.")
    return column_terms(options["file"], _DELIMITERS[options["format"]], options["source"])
