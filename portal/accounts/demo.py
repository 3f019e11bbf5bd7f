"""An administrator for trying the portal out, with a password that is written down. Never in production."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Final

from django.conf import settings

from portal.accounts.models import User

ADDRESS: Final = "administrator@example.org"


class DemoNotAllowedError(Exception):
    """The settings do not allow an administrator whose password lies in a file."""


def ensure_demo_administrator() -> str:
    """Makes the administrator unless there is one, and says how to sign in.

    The password is made once, at random, and kept in a file that only its owner may read; a file that is lost gives
    the account a new one. Raises DemoNotAllowedError unless ALLOW_DEMO_ADMINISTRATOR is set.
    """
    if not settings.ALLOW_DEMO_ADMINISTRATOR:
        raise DemoNotAllowedError("ALLOW_DEMO_ADMINISTRATOR is off: no administrator for trying out is made here.")
    file = Path(settings.VAR_DIR) / "demo-administrator.txt"
    user = User.objects.filter(email=ADDRESS).first()
    password = _kept_password(file)
    if not password:
        password = secrets.token_urlsafe(12)
        _keep(file, password)
    if user is None:
        User.objects.create_superuser(ADDRESS, password)
    elif not user.check_password(password):
        user.set_password(password)
        user.save(update_fields=["password"])
    return f"Sign in at {settings.WAGTAILADMIN_BASE_URL}/admin/ as {ADDRESS} with the password {password}"


def _kept_password(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return ""


def _keep(file: Path, password: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    # Made with these rights, so that there is no moment in which others could read it.
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as stream:
        stream.write(f"{password}\n")
