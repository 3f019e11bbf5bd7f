"""What other processes do in the tests of the embedded engine."""

from __future__ import annotations

import signal
from datetime import date
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Event
from pathlib import Path

import django

# A process started afresh has not set up Django yet.
django.setup()

from portal.core.visibility.audience import PUBLIC  # noqa: E402
from search.documents.document import DocumentText, SearchDocument  # noqa: E402
from search.engines.tantivy_engine import TantivyEngine  # noqa: E402


def plain_document(identifier: str) -> SearchDocument:
    return SearchDocument(identifier, {"en": DocumentText("plan", "")}, {}, date(2026, 1, 1), PUBLIC, is_sample=False)


def write_documents(folder: Path, name: str, number: int) -> None:
    """One document a commit."""
    engine = TantivyEngine(folder)
    for position in range(number):
        with engine.writing() as writer:
            writer.index([plain_document(f"{name}:{position}")])


def write_for_ever(folder: Path, committed: Synchronized) -> None:
    """One document a commit, `committed` counts them; to be killed at any moment, most likely within a commit."""
    engine = TantivyEngine(folder)
    while True:
        with engine.writing() as writer:
            writer.index([plain_document(f"b:{committed.value}")])
        committed.value += 1


def write_and_wait(folder: Path, has_written: Event) -> None:
    """Stays in the middle of a change, to be killed there."""
    with TantivyEngine(folder).writing() as writer:
        writer.index([plain_document("lost:1")])
        writer.delete(["a:1"])
        has_written.set()
        signal.pause()
