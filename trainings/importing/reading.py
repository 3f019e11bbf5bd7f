"""Reading an uploaded file: in a process of its own, with limits for its size, its time and its memory."""

from __future__ import annotations

import json
import logging
import shutil
import tempfile
from dataclasses import dataclass
from typing import IO, Any, Final

from portal.core.files.kinds import extension_of
from portal.core.files.limits import ANSWER_BYTES
from portal.core.files.reading_process import OUT_OF_TIME, run_apart
from trainings.importing import limits
from trainings.importing.refusal import FileRefused

logger = logging.getLogger(__name__)

#: By the ending of a file's name which of the reader's kinds it is; other endings are refused with advice.
KINDS: Final = {"xlsx": "xlsx", "csv": "csv", "tsv": "csv", "txt": "csv"}
_ADVISED: Final = {"xls": "xls", "xlsm": "macros", "xltm": "macros", "xlsb": "xls", "ods": "ods"}


@dataclass(frozen=True, slots=True)
class Table:
    """What is in a file: rows with their numbers. `hidden` are numbers of rows that the program does not show; `sheet`
    is the one that was read, if it has others.
    """

    rows: list[tuple[int, list[str]]]
    hidden: frozenset[int] = frozenset()
    sheet: str = ""


def read_table(file: IO[bytes], name: str, size: int) -> Table:
    """The rows of an uploaded file of this name and size in bytes. Raises FileRefused."""
    extension = extension_of(name)
    if extension not in KINDS:
        raise FileRefused(_ADVISED.get(extension, "kind"))
    if size > limits.MEGABYTES * 1024 * 1024:
        raise FileRefused("size")
    if not size:
        raise FileRefused("empty")
    answer = _ask(file, KINDS[extension])
    if "refusal" in answer:
        raise FileRefused(answer["refusal"])
    rows = [(number, cells) for number, cells in answer["rows"]]
    if not rows:
        raise FileRefused("empty")
    return Table(rows, frozenset(answer.get("hidden", ())), answer.get("sheet", ""))


def _ask(file: IO[bytes], kind: str) -> dict[str, Any]:
    with tempfile.TemporaryFile() as copy, tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complaint:
        shutil.copyfileobj(file, copy)
        copy.seek(0)
        status = run_apart("trainings.importing.reader", kind, copy, said, complaint)
        complaint.seek(0)
        if words := complaint.read(ANSWER_BYTES).decode("utf-8", "replace").strip():
            logger.info("Reading a list of participants (%s): %s", kind, words.splitlines()[-1][:500])
        if status is None or status in OUT_OF_TIME:
            raise FileRefused("slow")
        said.seek(0)
        try:
            answer: dict[str, Any] = json.loads(said.read())
        except ValueError as error:
            raise FileRefused("large") from error
    return answer
