"""`manage.py search_evaluate --documents D.jsonl --queries Q.jsonl --output R.jsonl [--engine ...]`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from search.engines.base import EngineError
from search.engines.temporary import ENGINES, temporary_engine
from search.evaluation.files import BrokenLine, place_of, read_documents, read_queries
from search.evaluation.ranking import best_documents


class Command(BaseCommand):
    help = (
        "Ranks documents of a file for queries of another, with the code of the public search and an index of its own "
        'that is removed afterwards. Documents are lines {"id","lang","script","title","text"}, queries '
        '{"qid","text","lang","langs"}, where only documents in "langs" are searched if it is given; the output has '
        'lines {"qid","docs"}, at most ten ids each, best first.'
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--documents", type=Path, required=True)
        parser.add_argument("--queries", type=Path, required=True)
        parser.add_argument("--output", type=Path, required=True)
        parser.add_argument("--engine", choices=ENGINES, default="tantivy")

    def handle(self, *args: Any, **options: Any) -> None:
        if not connection.introspection.table_names():
            # The thesaurus and the editors' synonyms are part of the search, and they are in the database.
            call_command("prepare", stdout=self.stderr)
        try:
            identifiers, documents = read_documents(options["documents"])
            queries = read_queries(options["queries"])
            with temporary_engine(options["engine"]) as engine, options["output"].open("w", encoding="utf-8") as output:
                engine.rebuild(documents)
                for query in queries:
                    found = [identifiers[place_of(identifier)] for identifier in best_documents(engine, query)]
                    output.write(json.dumps({"qid": query.identifier, "docs": found}, ensure_ascii=False) + "\n")
        except (BrokenLine, OSError, EngineError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{len(queries)} queries over {len(identifiers)} documents: {options['output']}")
