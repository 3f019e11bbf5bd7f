"""The static checks: what can be said about the code without running the tests."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from scripts.verify.outcomes import Outcome
from scripts.verify.running import announce, python, run

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
    """One static check: what it is called, its command, and how its environment differs."""

    name: str
    command: list[str]
    changes: Mapping[str, str] = field(default_factory=dict)


def all_checks() -> list[Check]:
    """Every static check, the quick ones first."""
    return [
        Check("code style (ruff check)", python("-m", "ruff", "check", ".")),
        Check("formatting (ruff format)", python("-m", "ruff", "format", "--check", ".")),
        Check(
            "layers (import-linter)",
            python("-c", _IMPORT_LINTER, "--no-logo", "--cache-dir", "var/cache/import-linter"),
        ),
        Check("templates (djlint)", python("-m", "djlint", "--lint", "--quiet", ".")),
        Check("system check", python("manage.py", "check", "--fail-level", "WARNING"), TEST_SETTINGS),
        Check(
            "system check for production",
            python("manage.py", "check", "--deploy", "--fail-level", "WARNING"),
            PRODUCTION_STAND_INS,
        ),
        Check(
            "migrations are complete",
            python("manage.py", "makemigrations", "--check", "--dry-run"),
            TEST_SETTINGS,
        ),
        Check("catalogues are complete", python("manage.py", "translations", "check"), TEST_SETTINGS),
        Check("types (mypy)", python("-m", "mypy", "."), TEST_SETTINGS),
    ]


def run_checks() -> list[Outcome]:
    """Run them all, also after a failure: one run should tell everything."""
    outcomes = []
    for check in all_checks():
        announce(check.name)
        status, seconds = run(check.command, check.changes)
        failed = 1 if status else 0
        outcomes.append(Outcome(check.name, passed=1 - failed, failed=failed, seconds=seconds))
    return outcomes
