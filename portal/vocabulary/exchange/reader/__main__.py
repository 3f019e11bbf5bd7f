"""See the package."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any, Final

from portal.core.files.reader.answer import Problem
from portal.core.files.reader.means import give_up_means
from portal.vocabulary.exchange.reader.refusal import Refusal

_NETWORK: Final = ("socket.connect", "socket.getaddrinfo", "urllib.Request")


def _stay_here(event: str, _arguments: Any) -> None:
    """No file may have anything fetched, also where its form has a way to ask for that."""
    if event in _NETWORK:
        raise PermissionError("no network here")


def _reader(extension: str) -> Callable[[bytes], dict[str, Any]]:
    """Imported when needed: each brings a library of its own."""
    if extension in ("csv", "xlsx"):
        from portal.vocabulary.exchange.reader.rows import read_csv, read_workbook

        return read_csv if extension == "csv" else read_workbook
    from portal.vocabulary.exchange.reader.thesaurus import READERS

    return READERS[extension]


def answer_to(data: bytes, extension: str) -> dict[str, Any]:
    """Reads a file of this kind. Whatever is in it, this says what it found or why it did not."""
    try:
        return _reader(extension)(data)
    except Refusal as refusal:
        return {"refusal": [refusal.key, refusal.about]}
    except Problem as problem:
        return {"refusal": [problem.reason, {}]}
    except (MemoryError, RecursionError):
        return {"refusal": ["large", {}]}
    except Exception as error:  # The libraries raise all kinds of errors over what is wrong in a file.
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return {"refusal": ["damaged", {}]}


if __name__ == "__main__":
    give_up_means()
    sys.addaudithook(_stay_here)
    sys.stdout.write(json.dumps(answer_to(sys.stdin.buffer.read(), sys.argv[1])))
