"""Who the servers run as. Neither PostgreSQL nor Elasticsearch starts for root."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from scripts.local_services.errors import ServiceUnavailable

ACCOUNT_NAME = "continuum-services"

#: Servers that this process started and has not seen ending. Python complains about a process that it forgets.
_started: list[subprocess.Popen[bytes]] = []


@dataclass(frozen=True)
class Account:
    """A user of this machine, by the numbers of the user and its group."""

    uid: int
    gid: int

    @property
    def is_self(self) -> bool:
        """Whether this process already runs as that user."""
        return self.uid == os.geteuid()


def run_as(
    account: Account,
    command: Sequence[str | Path],
    *,
    text_in: str = "",
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a command as `account` to its end and return what it wrote and its exit status."""
    return subprocess.run(
        command,
        input=text_in,
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env=environment,
        **_identity_options(account),
    )


def start_as(account: Account, command: Sequence[str | Path], log: Path, environment: Mapping[str, str]) -> int:
    """Start a server as `account`, apart from this terminal and its signals; return its process number.

    What it prints goes to the end of `log`.
    """
    _started[:] = [process for process in _started if process.poll() is None]
    with log.open("ab") as output:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd="/",
            env=environment,
            start_new_session=True,
            **_identity_options(account),
        )
    _started.append(process)
    return process.pid


def make_folder(account: Account, folder: Path) -> Path:
    """Make a folder that belongs to `account` and that nobody else may read; leave an existing one alone."""
    if not folder.exists():
        folder.mkdir(mode=0o700)
        if not account.is_self:
            os.chown(folder, account.uid, account.gid)
    return folder


def service_account() -> Account:
    """The account for the servers: oneself, or for root a system account, made when it is missing.

    Raises ServiceUnavailable when root cannot make one.
    """
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    try:
        entry = pwd.getpwnam(ACCOUNT_NAME)
    except KeyError:
        entry = _make_account()
    return Account(entry.pw_uid, entry.pw_gid)


def can_enter(account: Account, folder: Path) -> bool:
    """Whether `account` may go into `folder`: every folder above it has to let it pass."""
    return run_as(account, ["/bin/sh", "-c", 'cd "$1"', "sh", folder]).returncode == 0


class _IdentityOptions(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]


def _identity_options(account: Account) -> _IdentityOptions:
    # Only root may change user; and a process of root's must not keep root's groups.
    if account.is_self:
        return {}
    return {"user": account.uid, "group": account.gid, "extra_groups": []}


def _make_account() -> pwd.struct_passwd:
    useradd = shutil.which("useradd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if useradd is None:
        raise ServiceUnavailable("servers must not run as root, and useradd is missing: run this as another user")
    made = subprocess.run(
        [useradd, "--system", "--user-group", "--no-create-home", "--shell", "/bin/false", ACCOUNT_NAME],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        return pwd.getpwnam(ACCOUNT_NAME)
    except KeyError:
        raise ServiceUnavailable(f"cannot make the account {ACCOUNT_NAME}: {made.stderr.strip()}") from None
