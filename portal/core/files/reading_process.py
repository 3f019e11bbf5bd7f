"""Asks the reading process (portal.core.files.reader) about one file, and ends it when it takes too long."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import IO, Any, Final

from portal.core.files import limits

logger = logging.getLogger(__name__)

_PROJECT: Final = Path(__file__).resolve().parents[3]
#: How a process ends that has used up its time: by the kernel, softly and then not.
OUT_OF_TIME: Final = (-signal.SIGXCPU, -signal.SIGKILL)


@dataclass(frozen=True, slots=True)
class Said:
    """What the process said before it ended, one way or the other: the text of each page, and everything else."""

    texts: list[str]
    found: dict[str, Any]
    took_too_long: bool
    broke_off: bool


def ask_reader(file: FileIO, extension: str, name: str) -> Said:
    """Has a file read, from where it stands; `name` is for the log. Takes `limits.SECONDS` at most."""
    # Into a file, not a pipe: the process may write only so much to a file, while a pipe would fill our memory.
    with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as complaint:
        # The ending is one of facts._READABLE.
        status = run_apart("portal.core.files.reader", extension, file, answer, complaint)
        answer.seek(0)
        texts, found = _parse(answer)
        if status != 0 or "problem" in found:
            complaint.seek(0)
            last_words = complaint.read(limits.ANSWER_BYTES).decode("utf-8", "replace").strip().splitlines()[-1:]
            logger.warning(
                "Reading %s %s: %s", name, _end(status, found), "".join(last_words)[:500] or "no reason given"
            )
    too_long = status is None or status in OUT_OF_TIME
    return Said(texts, found, took_too_long=too_long, broke_off=status != 0 and not too_long)


def run_apart(module: str, extension: str, file: IO[bytes], answer: IO[bytes], complaint: IO[bytes]) -> int | None:
    """Has a package of ours read a file, which has a file number, in a process that takes `limits.SECONDS` at most.

    Says how the process ended; None when it had to be ended. The package gives up its means first (reader.means).
    """
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", module, extension],
        stdin=file,
        stdout=answer,
        stderr=complaint,
        cwd=_PROJECT,
        env={"LANG": "C.UTF-8"},
        # A group of its own, so that it can be ended with whatever it may have started.
        start_new_session=True,
    )
    try:
        return process.wait(limits.SECONDS)
    except BaseException as error:
        # Not waited for yet, so the number still belongs to this group and to nobody else.
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if isinstance(error, subprocess.TimeoutExpired):
            return None
        raise


def _end(status: int | None, found: dict[str, Any]) -> str:
    if status is None:
        return f"took longer than {limits.SECONDS} s"
    return f"ended with {status}" if status else f"ended as {found['problem']!r}"


def _parse(answer: IO[bytes]) -> tuple[list[str], dict[str, Any]]:
    """The complete lines of an answer; one that broke off is left out."""
    texts: list[str] = []
    found: dict[str, Any] = {}
    for line in answer:
        try:
            piece = json.loads(line)
        except ValueError:
            continue
        if isinstance(piece, dict):
            text = piece.pop("text", None)
            if isinstance(text, str):
                texts.append(text)
            found |= piece
    return texts, found
