"""What is special to the embedded engine: folders, locks, several processes."""

import multiprocessing
import os
import signal
import time

import pytest

from portal.core.visibility.audience import PUBLIC
from search.engines import tantivy_engine
from search.engines.base import EngineBusy, EngineError, EngineQuery
from search.engines.generations import Generations
from search.engines.tantivy_engine import TantivyEngine
from search.engines.writer_lock import writer_lock
from tests.search.engines.writers import plain_document, write_and_wait, write_documents, write_for_ever

EVERYTHING = EngineQuery(audiences=frozenset({PUBLIC}), limit=1_000)
PROCESSES = multiprocessing.get_context("spawn")


def ids(engine):
    return {hit.id for hit in engine.search(EVERYTHING).hits}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "search"


@pytest.fixture
def engine(folder):
    made = TantivyEngine(folder)
    made.rebuild([plain_document("a:1")])
    return made


# Several processes -----------------------------------------------------------------------------------------------


def test_two_processes_lose_no_update(engine, folder):
    writers = [PROCESSES.Process(target=write_documents, args=(folder, name, 15)) for name in "bc"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)
    assert [writer.exitcode for writer in writers] == [0, 0]
    expected = {f"{name}:{number}" for name in "bc" for number in range(15)}
    assert ids(engine) == expected | {"a:1"}


def test_a_writer_killed_in_the_middle_harms_nothing(engine, folder):
    has_written = PROCESSES.Event()
    writer = PROCESSES.Process(target=write_and_wait, args=(folder, has_written))
    writer.start()
    assert has_written.wait(60)
    os.kill(writer.pid, signal.SIGKILL)
    writer.join(60)
    assert ids(engine) == {"a:1"}
    with engine.writing() as next_writer:
        next_writer.index([plain_document("a:2")])
    assert ids(engine) == {"a:1", "a:2"}


def test_a_writer_killed_while_it_commits_loses_nothing_that_was_committed(engine, folder):
    committed = PROCESSES.Value("i", 0)
    for enough in (3, 10):
        writer = PROCESSES.Process(target=write_for_ever, args=(folder, committed))
        writer.start()
        while committed.value < enough:
            assert writer.is_alive()
            time.sleep(0.01)
        os.kill(writer.pid, signal.SIGKILL)
        writer.join(60)
        # The last one may be there and not be counted yet.
        expected = {"a:1"} | {f"b:{number}" for number in range(committed.value)}
        assert ids(engine) - {f"b:{committed.value}"} == expected
        with engine.writing() as next_writer:
            next_writer.index([plain_document("a:1")])


def test_who_waits_too_long_for_the_other_writer_is_told(engine, monkeypatch):
    monkeypatch.setattr(tantivy_engine, "_UPDATE_WAIT", 0.05)
    with engine.writing(), pytest.raises(EngineBusy), engine.writing():
        pass


def test_the_lock_is_free_again_after_use(folder):
    with writer_lock(folder, 0):
        pass
    with pytest.raises(LookupError), writer_lock(folder, 0):
        raise LookupError
    with writer_lock(folder, 0), pytest.raises(EngineBusy), writer_lock(folder, 0):
        pass


def test_other_readers_see_updates_and_rebuilds(engine, folder):
    other = TantivyEngine(folder)
    assert ids(other) == {"a:1"}
    with engine.writing() as writer:
        writer.index([plain_document("a:2")])
    assert ids(other) == {"a:1", "a:2"}
    engine.rebuild([plain_document("a:3")])
    assert ids(other) == {"a:3"}


def test_many_small_updates_leave_few_files(engine, folder):
    for number in range(40):
        with engine.writing() as writer:
            writer.index([plain_document(f"b:{number}")])
    assert len(ids(engine)) == 41
    assert len(list(Generations(folder, tantivy_engine.SCHEMA_VERSION).current().iterdir())) < 120


# Folders ---------------------------------------------------------------------------------------------------------


def test_one_folder_is_left_after_a_rebuild(engine, folder):
    engine.rebuild([plain_document("a:2")])
    assert len([entry for entry in folder.iterdir() if entry.is_dir()]) == 1


def broken_off(engine):
    def documents():
        yield plain_document("a:2")
        raise LookupError

    with pytest.raises(LookupError):
        engine.rebuild(documents())


def test_what_broken_rebuilds_left_is_gone_after_the_next(engine, folder):
    broken_off(engine)
    broken_off(engine)
    engine.rebuild([plain_document("a:3")])
    assert len([entry for entry in folder.iterdir() if entry.is_dir()]) == 1


def test_what_a_broken_rebuild_left_may_be_broken_itself(engine, folder):
    present = Generations(folder, tantivy_engine.SCHEMA_VERSION).current()
    broken_off(engine)
    for entry in folder.iterdir():
        if entry.is_dir() and entry != present:
            for file in entry.iterdir():
                file.write_bytes(b"\x00 not an index")
    assert (engine.status().ready, engine.status().unfinished) == (True, 0)
    engine.rebuild([plain_document("a:3")])
    assert ids(engine) == {"a:3"}


def test_an_index_of_another_version_is_not_used(folder):
    old = Generations(folder, "0")
    old.use(old.new())
    assert TantivyEngine(folder).status().ready is False
    assert Generations(folder, "0").current() is not None


@pytest.mark.parametrize("pointer", ["", "1-missing", "../elsewhere", "1-/../..", "ћ"])
def test_a_pointer_to_nowhere_is_no_index(folder, pointer):
    folder.mkdir()
    (folder / "current").write_text(pointer, encoding="utf-8")
    assert Generations(folder, "1").current() is None


def test_a_broken_index_is_an_engine_error_and_can_be_built_again(engine, folder):
    for file in folder.rglob("*"):
        if file.is_file() and file.name != "current":
            file.write_bytes(b"\x00 not an index")
    fresh = TantivyEngine(folder)
    with pytest.raises(EngineError):
        fresh.search(EVERYTHING)
    assert fresh.status().ready is False
    assert fresh.rebuild([plain_document("a:2")]) == 1
    assert ids(fresh) == {"a:2"}


def test_a_folder_that_cannot_be_made_is_an_engine_error(tmp_path):
    (tmp_path / "search").write_text("a file where the folder should be")
    with pytest.raises(EngineError):
        TantivyEngine(tmp_path / "search").rebuild([])
