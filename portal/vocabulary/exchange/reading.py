"""Reading an uploaded file: in a process of its own, with limits for its size and its time."""

from __future__ import annotations

import json
import logging
import shutil
import tempfile
from collections.abc import Mapping
from typing import IO, Any, Final

from portal.core.files import limits
from portal.core.files.reading_process import OUT_OF_TIME, run_apart
from portal.vocabulary.exchange.entries import Found, from_data
from portal.vocabulary.exchange.reader.refusal import Refusal
from portal.vocabulary.exchange.sheet import understanding

logger = logging.getLogger(__name__)

#: By the ending of a file's name which of the reader's kinds it is.
KINDS: Final = {
    "ttl": "ttl",
    "rdf": "rdf",
    "xml": "rdf",
    "owl": "rdf",
    "jsonld": "jsonld",
    "json": "jsonld",
    "csv": "csv",
    "tsv": "csv",
    "txt": "csv",
    "xlsx": "xlsx",
}
#: The glossary as it comes takes less than one.
MOST_MEGABYTES: Final = 10


def read_concepts(file: IO[bytes], name: str, size: int) -> Found:
    """What an uploaded file of this name and size in bytes says. Raises Refusal; takes `limits.SECONDS` at most."""
    kind = KINDS.get(name.rpartition(".")[2].lower())
    if kind is None:
        raise Refusal("kind")
    if size > MOST_MEGABYTES * 1024 * 1024:
        raise Refusal("size", number=MOST_MEGABYTES)
    if not size:
        raise Refusal("nothing")
    return understood(_ask(file, kind))


def understood(answer: Mapping[str, Any]) -> Found:
    """What the reader's answer means. Raises Refusal."""
    if "refusal" in answer:
        key, about = answer["refusal"]
        raise Refusal(key, **about)
    found = understanding.concepts_of(answer["rows"]) if "rows" in answer else from_data(answer["found"])
    if not found.entries:
        raise Refusal("empty")
    return found


def _ask(file: IO[bytes], kind: str) -> dict[str, Any]:
    with tempfile.TemporaryFile() as copy, tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complaint:
        shutil.copyfileobj(file, copy)
        copy.seek(0)
        status = run_apart("portal.vocabulary.exchange.reader", kind, copy, said, complaint)
        complaint.seek(0)
        if words := complaint.read(limits.ANSWER_BYTES).decode("utf-8", "replace").strip():
            logger.info("Reading a file of concepts (%s): %s", kind, words.splitlines()[-1][:500])
        if status is None or status in OUT_OF_TIME:
            raise Refusal("slow")
        said.seek(0)
        try:
            answer = _storable(json.loads(said.read()))
        except ValueError as error:
            raise Refusal("large") from error
    if not isinstance(answer, dict):
        raise Refusal("damaged")
    return answer


def _storable(value: Any) -> Any:
    """The same without characters that no database keeps: NUL, and halves of characters."""
    if isinstance(value, str):
        return value.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [_storable(each) for each in value]
    return {_storable(key): _storable(each) for key, each in value.items()} if isinstance(value, dict) else value
