"""See the package."""

from __future__ import annotations

import json
import sys
from typing import Any

from portal.core.files.reader.answer import Problem
from portal.core.files.reader.means import give_up_means
from trainings.importing.refusal import FileRefused


def answer_to(data: bytes, kind: str) -> dict[str, Any]:
    """Reads a file of this kind (csv or xlsx). Whatever is in it, this says what it found or why it did not."""
    try:
        if kind == "csv":
            from trainings.importing.reader.text import read_text

            return read_text(data)
        from trainings.importing.reader.workbook import read_workbook

        return read_workbook(data)
    except FileRefused as refusal:
        return {"refusal": refusal.key}
    except Problem as problem:
        return {"refusal": problem.reason}
    except (MemoryError, RecursionError):
        return {"refusal": "large"}
    except Exception as error:  # The libraries raise all kinds of errors over what is wrong in a file.
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return {"refusal": "damaged"}


if __name__ == "__main__":
    give_up_means()
    sys.stdout.write(json.dumps(answer_to(sys.stdin.buffer.read(), sys.argv[1])))
