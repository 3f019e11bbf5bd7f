"""What is measured from inside Django: adding resources, counting queries. Run as a process of its own.

`python -m tests.benchmarks.inside add 900` adds practices and rebuilds the index;
`python -m tests.benchmarks.inside queries /en/ /en/library/` prints a line of JSON: path to number of queries.
"""

from __future__ import annotations

import json
import sys

import django


def main(action: str, arguments: list[str]) -> None:
    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from tests.benchmarks.synthetic import make_practices

    if action == "add":
        make_practices(int(arguments[0]))
        call_command("search_index", "rebuild")
        return
    client = Client(headers={"host": "127.0.0.1"})
    counts = {}
    for path in arguments:
        client.get(path)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(path).status_code == 200
        counts[path] = len(queries)
    sys.stdout.write(json.dumps(counts) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
