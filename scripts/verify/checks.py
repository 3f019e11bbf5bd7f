"""What one command says: the static checks, which need no running of the tests, and the migrations from nothing."""

import secrets
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from scripts.verify.outcomes import Outcome
from scripts.verify.running import python, run_and_tell

#: Enough for the production settings to load. Nothing connects to these addresses.
PRODUCTION_STAND_INS = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": secrets.token_urlsafe(64),
    "ALLOWED_HOSTS": "portal.example",
    "BASE_URL": "https://portal.example",
    "DATABASE_URL": "postgresql://continuum:continuum@127.0.0.1:5432/continuum",
    "ELASTICSEARCH_URL": "http://127.0.0.1:9200",
    "EMAIL_URL": "smtp://127.0.0.1:25",
    "DEFAULT_FROM_EMAIL": "Continuum <noreply@portal.example>",
}
TEST_SETTINGS = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.test",
    # Said explicitly, so that neither the shell nor an .env file decides.
    "DATABASE_URL": "sqlite://:memory:",
    "ELASTICSEARCH_URL": "",
}
_IMPORT_LINTER = "from importlinter.cli import lint_imports_command; lint_imports_command()"


@dataclass(frozen=True)
class Check:
    """One check: what it is called, its command, and how its environment differs."""

    name: str
    command: list[str]
    changes: Mapping[str, str] = field(default_factory=dict)


def static_checks() -> list[Check]:
    """Every static check, the longest first, so that those beside it end with it."""
    return [
        Check("types (mypy)", python("-m", "mypy", "."), TEST_SETTINGS),
        Check("catalogues are complete", python("manage.py", "translations", "check"), TEST_SETTINGS),
        Check(
            "migrations are complete",
            python("manage.py", "makemigrations", "--check", "--dry-run"),
            TEST_SETTINGS,
        ),
        Check("system check", python("manage.py", "check", "--fail-level", "WARNING"), TEST_SETTINGS),
        Check(
            "system check for production",
            python("manage.py", "check", "--deploy", "--fail-level", "WARNING"),
            PRODUCTION_STAND_INS,
        ),
        Check("templates (djlint)", python("-m", "djlint", "--lint", "--quiet", ".")),
        Check(
            "layers (import-linter)",
            python("-c", _IMPORT_LINTER, "--no-logo", "--cache-dir", "var/cache/import-linter"),
        ),
        Check("code style (ruff check)", python("-m", "ruff", "check", ".")),
        Check("formatting (ruff format)", python("-m", "ruff", "format", "--check", ".")),
    ]


def all_checks(servers: Mapping[str, str]) -> list[Check]:
    """The static checks and the migrations from nothing, the longest first."""
    first, *others = static_checks()
    return [first, *_migrations_from_nothing(servers), *others]


def _migrations_from_nothing(servers: Mapping[str, str]) -> list[Check]:
    """Makes the databases that the tests copy, on SQLite and, if it is among the servers, on PostgreSQL."""
    command = python("-m", "tests.migrated_database")
    checks = [Check("migrations from nothing on SQLite", command, TEST_SETTINGS)]
    if "DATABASE_URL" in servers:
        changes = {**TEST_SETTINGS, "DATABASE_URL": servers["DATABASE_URL"]}
        checks.append(Check("migrations from nothing on PostgreSQL", command, changes))
    return checks


def run_checks(checks: Sequence[Check], processes: int) -> list[Outcome]:
    """Run them all, `processes` at a time, also after a failure: one run should tell everything."""
    with ThreadPoolExecutor(processes) as pool:
        return list(pool.map(_run, checks))


def _run(check: Check) -> Outcome:
    status, seconds = run_and_tell(check.name, check.command, check.changes)
    failed = 1 if status else 0
    return Outcome(check.name, passed=1 - failed, failed=failed, seconds=seconds)
