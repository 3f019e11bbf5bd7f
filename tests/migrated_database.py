"""The database as migrations leave it: made once for each engine, copied by every process of the tests.

Migrating from nothing takes most of a minute of each process. `python -m tests.migrated_database` does it, whatever is
there, for the engine that DATABASE_URL names; `make test` begins with that. Otherwise the first process that needs a
database does it. What the outcome depends on is in its name, and it has the name only when it is complete. Django
migrates each copy once more, which finds nothing to do.

SQLite: a file in `var/cache`. PostgreSQL: a database on the server, named after the one of DATABASE_URL.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

FOLDER = settings.BASE_DIR / "var" / "cache" / "migrated"

_IMPORT = re.compile(r"^(?:from|import) ((?:portal|practices|search|trainings|network)\.[\w.]+)", re.MULTILINE)


@contextmanager
def as_test_database() -> Iterator[None]:
    """A test database that Django makes within this begins as a copy of the migrated one."""
    if connection.vendor != "sqlite":
        with _one_at_a_time(connection.vendor):
            connection.settings_dict["TEST"]["TEMPLATE"] = _database()
        yield
        return
    # What is in memory lives as long as somebody is connected.
    with closing(sqlite3.connect(connection.creation._get_test_db_name(), uri=True)) as in_memory:
        with _one_at_a_time(connection.vendor), closing(sqlite3.connect(_file())) as migrated:
            migrated.backup(in_memory)
        yield


def copy_to(file: Path) -> None:
    """Makes this SQLite file a copy, for a process that is not this one."""
    with _one_at_a_time("sqlite"):
        shutil.copyfile(_file(), file)


def make_anew() -> None:
    """Migrates from nothing, for the engine in use."""
    with _one_at_a_time(connection.vendor):
        if connection.vendor == "sqlite":
            _file(anew=True)
        else:
            _database(anew=True)


def digest() -> str:
    """Over what decides how the database comes out.

    That is the migrations of all apps, those of libraries too, what they import of the product, settings, and the
    libraries, by their lock files.
    """
    texts = [sys.version, sqlite3.sqlite_version]
    for path in sorted({*(settings.BASE_DIR / "portal/settings").glob("*.py"), *_migrations()}):
        texts += [str(path), path.read_text()]
        texts += [Path(_origin(module)).read_text() for module in sorted(set(_IMPORT.findall(texts[-1])))]
    texts += [path.read_text() for path in sorted((settings.BASE_DIR / "requirements").glob("*.txt"))]
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]


@contextmanager
def _one_at_a_time(engine: str) -> Iterator[None]:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"{engine}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _file(anew: bool = False) -> Path:
    file: Path = FOLDER / f"{digest()}.sqlite3"
    if anew or not file.exists():
        for former in FOLDER.glob("*.sqlite3*"):
            former.unlink()
        unfinished = FOLDER / "unfinished.sqlite3"
        _migrate(f"sqlite:///{unfinished}")
        with closing(sqlite3.connect(unfinished)) as made:
            # All of it in one file, and nothing that only a file can do.
            made.execute("PRAGMA journal_mode=DELETE")
        unfinished.rename(file)
    return file


def _database(anew: bool = False) -> str:
    address = urlsplit(os.environ["DATABASE_URL"])
    prefix = f"{address.path.removeprefix('/')}_migrated_"
    name, unfinished = f"{prefix}{digest()}", f"{prefix}unfinished"
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [prefix])
        there = {row[0] for row in cursor.fetchall()}
        if anew or name not in there:
            for former in there:
                cursor.execute(f'DROP DATABASE "{former}"')
            cursor.execute(f'CREATE DATABASE "{unfinished}"')
            _migrate(address._replace(path=f"/{unfinished}").geturl())
            cursor.execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{name}"')
    return name


def _migrate(address: str) -> None:
    """In a process of its own: this one has its mind made up about where its database is."""
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "portal.settings.test"},
        stdin=subprocess.DEVNULL,
        check=True,
    )


def _migrations() -> Iterator[Path]:
    for app in apps.get_app_configs():
        module, _ = MigrationLoader.migrations_module(app.label)
        spec = module and find_spec(module)
        for folder in spec.submodule_search_locations or () if spec else ():
            yield from Path(folder).glob("*.py")


def _origin(module: str) -> str:
    """The file of a module; of a name in one, when an import names that."""
    spec = find_spec(module)
    if spec is None or spec.origin is None:
        raise ImportError(module)
    return spec.origin


if __name__ == "__main__":
    import django

    django.setup()
    make_anew()
