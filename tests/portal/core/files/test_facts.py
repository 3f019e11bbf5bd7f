"""What is read off a file, and that no file can do harm by being read."""

import hashlib
import logging
import sys

import pytest

from portal.core.files import limits
from portal.core.files.facts import FileFacts, read_facts
from portal.core.files.reading_state import ReadingState


def test_pdf_gives_pages_text_and_a_picture_of_the_first_page(store, make_pdf):
    content = make_pdf(["Release plan", "Second page"])
    facts = read_facts(store("plan.pdf", content))
    assert facts.checksum == hashlib.sha256(content).hexdigest()
    assert facts.page_count == 2
    assert facts.text == "Release plan\fSecond page"
    assert facts.state == ReadingState.READ
    assert facts.thumbnail.startswith(b"\x89PNG\r\n\x1a\n")


def test_text_file_is_read_as_unicode(store):
    content = "\ufeffНаслов;Titull\nЏуниор;ëç\n".encode()
    facts = read_facts(store("list.csv", content))
    assert facts == FileFacts(
        checksum=hashlib.sha256(content).hexdigest(), text="Наслов;Titull\nЏуниор;ëç", state=ReadingState.READ
    )


@pytest.mark.parametrize("extension", ["zip", "bin", "exe"])
def test_other_kinds_have_a_checksum_only(store, extension):
    facts = read_facts(store(f"thing.{extension}", b"PK\x03\x04 whatever"))
    assert facts == FileFacts(checksum=hashlib.sha256(b"PK\x03\x04 whatever").hexdigest())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + b"\x00\xff" * 5000,
    ],
    ids=["empty", "head only", "noise"],
)
def test_broken_pdf_keeps_its_checksum_and_is_logged(store, content, caplog):
    with caplog.at_level(logging.WARNING, "portal.core.files"):
        facts = read_facts(store("broken.pdf", content))
    assert facts == FileFacts(checksum=hashlib.sha256(content).hexdigest(), state=ReadingState.DAMAGED)
    assert [record.getMessage().startswith("Reading broken.pdf ended as 'damaged': ") for record in caplog.records] == [
        True
    ]


def test_page_of_absurd_shape_still_has_a_picture(store, make_pdf):
    facts = read_facts(store("tall.pdf", make_pdf(["One", "Two"]).replace(b"[0 0 595 842]", b"[0 0 1 99999]", 1)))
    assert facts.page_count == 2
    assert facts.thumbnail.startswith(b"\x89PNG\r\n\x1a\n")


def test_slow_reader_is_ended(store, make_pdf, monkeypatch, caplog, tmp_path):
    # Any file is read in an instant on some machine, so the reader itself takes a nap here.
    sleeper = tmp_path / "python"
    sleeper.write_text("#!/bin/sh\nexec sleep 600\n")
    sleeper.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(sleeper))
    monkeypatch.setattr(limits, "SECONDS", 0.1)
    content = make_pdf(["One"])
    with caplog.at_level(logging.WARNING, "portal.core.files"):
        facts = read_facts(store("slow.pdf", content))
    assert facts == FileFacts(checksum=hashlib.sha256(content).hexdigest(), state=ReadingState.SLOW)
    assert [record.getMessage() for record in caplog.records] == [
        "Reading slow.pdf took longer than 0.1 s: no reason given"
    ]


def test_large_file_is_not_opened(store, make_pdf, monkeypatch, caplog):
    monkeypatch.setattr(limits, "FILE_BYTES", 100)
    content = make_pdf(["One"])
    with caplog.at_level(logging.WARNING, "portal.core.files"):
        facts = read_facts(store("large.pdf", content))
    assert facts == FileFacts(checksum=hashlib.sha256(content).hexdigest(), state=ReadingState.LARGE)
    assert [record.getMessage() for record in caplog.records] == ["large.pdf is too large for its text to be read"]


def test_all_pages_are_counted_but_only_the_first_are_read(store, make_pdf):
    facts = read_facts(store("long.pdf", make_pdf([f"page{n}" for n in range(limits.TEXT_PAGES + 3)])))
    assert facts.page_count == limits.TEXT_PAGES + 3
    assert facts.text.split("\f")[-1] == f"page{limits.TEXT_PAGES - 1}"
    assert len(facts.text.split("\f")) == limits.TEXT_PAGES
    assert facts.state == ReadingState.CUT


def test_missing_file_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_facts(tmp_path / "gone.pdf")
