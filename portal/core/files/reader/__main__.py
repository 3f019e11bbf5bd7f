"""See the package."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Final

from portal.core.files.reader.answer import Answer, Enough, Problem
from portal.core.files.reader.means import give_up_means

#: Which module reads a file, by the ending of its name. Imported when needed: each brings a library of its own.
_READERS: Final = {
    "csv": "plain",
    "docx": "word",
    "html": "web_page",
    "odp": "open_document",
    "ods": "open_document",
    "odt": "open_document",
    "pdf": "pdf",
    "pptx": "slides",
    "txt": "plain",
    "xlsx": "sheets",
}


def main(extension: str) -> None:
    """Reads standard input as a file with this ending. Whatever is in it, this says what it found and ends."""
    answer = Answer()
    try:
        import_module(f"portal.core.files.reader.{_READERS[extension]}").read(sys.stdin.buffer, answer)
    except Enough:
        answer.say("cut", True)
    except Problem as problem:
        if problem.__cause__:
            sys.stderr.write(f"{problem.__cause__}\n")
        answer.say("problem", problem.reason)
    except MemoryError:
        answer.say("problem", "large")
    except Exception as error:  # The libraries raise all kinds of errors over what is wrong in a file.
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        answer.say("problem", "damaged")


if __name__ == "__main__":
    give_up_means()
    main(sys.argv[1])
