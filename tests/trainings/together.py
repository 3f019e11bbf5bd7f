"""Many at once, and what a database does without one of its constraints. For tests that ask for `many_connections`."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue

from django.db import connection
from django.db.models import Model

#: So many ask at the same time.
AT_ONCE = 16


def at_once(jobs: Iterable[Callable[[], object]]) -> list[BaseException]:
    """Does all of it in AT_ONCE threads, each with a connection of its own; what went wrong."""
    waiting: SimpleQueue[Callable[[], object]] = SimpleQueue()
    for job in jobs:
        waiting.put(job)
    wrong: list[BaseException] = []

    def work() -> None:
        try:
            while True:
                waiting.get_nowait()()
        except Empty:
            pass
        except Exception as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


@contextmanager
def constraint_taken_away(model: type[Model], name: str) -> Iterator[None]:
    """The rows of the model are deleted at the end: they may be against the constraint."""
    kept = model._meta.constraints
    constraint = next(one for one in kept if one.name == name)
    # SQLite makes the table anew, with those that the model has.
    model._meta.constraints = [one for one in kept if one is not constraint]
    with connection.schema_editor() as editor:
        editor.remove_constraint(model, constraint)
    try:
        yield
    finally:
        model._default_manager.all().delete()
        model._meta.constraints = kept
        with connection.schema_editor() as editor:
            editor.add_constraint(model, constraint)
