"""The settings that all others begin with."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent.parent


def test_any_command_may_be_the_first_in_a_new_folder(tmp_path):
    """SQLite makes no folders: a command that asks the database would fail."""
    changed = {"VAR_DIR": str(tmp_path / "new" / "var"), "DATABASE_URL": "", "ELASTICSEARCH_URL": ""}
    done = subprocess.run(
        [sys.executable, "manage.py", "showmigrations", "search"],
        cwd=ROOT,
        env={**os.environ, **changed, "DJANGO_SETTINGS_MODULE": "portal.settings.local"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "search")
