"""A PostgreSQL cluster for tests: quick, because it may forget everything when the power fails."""

import secrets
import shutil
import signal
from pathlib import Path

from scripts.local_services.account import Account, make_folder, run_as, service_account, start_as
from scripts.local_services.errors import ServiceUnavailable
from scripts.local_services.packages import install, write_as_root
from scripts.local_services.places import STATE, data_folder
from scripts.local_services.ports import LOOPBACK, free_ports
from scripts.local_services.processes import (
    ProcessIdentity,
    end,
    identity_of,
    is_running,
    read_identity,
    write_identity,
)
from scripts.local_services.waiting import wait_until_ready

NAME = "postgresql"
ROLE = DATABASE = "continuum"
PROGRAMS = ("initdb", "postgres")
_PROCESS = STATE / "postgresql.process"
_PASSWORD = STATE / "postgresql.password"
_URL = STATE / "postgresql.url"
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}

DEBIAN_CONFIGURATION = "/etc/postgresql-common/createcluster.d/continuum.conf"

# Durability is what makes tests slow; a test cluster is made anew when it is damaged.
SETTINGS = {
    "listen_addresses": LOOPBACK,
    "unix_socket_directories": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "jit": "off",
}


def start() -> None:
    """Start PostgreSQL and wait until it answers; install it and make its cluster first where needed.

    Does nothing when it already runs. Raises ServiceUnavailable when it cannot be had.
    """
    if _running() is not None:
        return
    account = service_account()
    programs = _programs(account)
    folder = make_folder(account, data_folder(account) / NAME)
    cluster = folder / "cluster"
    if not (cluster / "PG_VERSION").exists():
        _make_cluster(account, programs, cluster)
    _start_server(account, programs, cluster)


def stop() -> None:
    """Stop the PostgreSQL that `start` started; touch no other."""
    identity = _running()
    if identity is not None:
        # SIGINT is PostgreSQL's "fast" shutdown: it ends the sessions instead of waiting for them.
        end(identity, patience=20, ask_with=signal.SIGINT)
    _PROCESS.unlink(missing_ok=True)


def status() -> str:
    """Whether it runs, in a few words."""
    identity = _running()
    return "stopped" if identity is None else f"running (process {identity.pid})"


def variables() -> dict[str, str]:
    """The variables that lead the product to it; none when it does not run."""
    return {} if _running() is None else {"DATABASE_URL": _URL.read_text()}


def find_programs(account: Account, folders: list[Path]) -> Path | None:
    """The first folder whose PostgreSQL programs really run for `account`: a name alone may be a stub."""
    for folder in folders:
        if all(_runs(account, folder / program) for program in PROGRAMS):
            return folder
    return None


def _running() -> ProcessIdentity | None:
    identity = read_identity(_PROCESS)
    return identity if identity is not None and is_running(identity) else None


def _runs(account: Account, program: Path) -> bool:
    try:
        answer = run_as(account, [program, "--version"])
    except OSError:
        return False
    return answer.returncode == 0 and "PostgreSQL" in answer.stdout


def _candidate_folders() -> list[Path]:
    # The newest first: "9" sorts after "15" as text, so by number.
    installed = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if path.parent.name.isdigit()]
    installed.sort(key=lambda path: int(path.parent.name), reverse=True)
    on_path = shutil.which("initdb")
    return installed + ([Path(on_path).resolve().parent] if on_path else [])


def _programs(account: Account) -> Path:
    found = find_programs(account, _candidate_folders())
    if found is None:
        # Otherwise Debian makes a cluster of its own and starts it at once.
        write_as_root(DEBIAN_CONFIGURATION, "create_main_cluster = false\n")
        install("postgresql")
        found = find_programs(account, _candidate_folders())
    if found is None:
        raise ServiceUnavailable("PostgreSQL is installed, but its initdb and postgres do not run")
    return found


def _make_cluster(account: Account, programs: Path, cluster: Path) -> None:
    unfinished = cluster.with_name("unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    options = [
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--auth=scram-sha-256",
        "--username=postgres",
        "--no-sync",
    ]
    # initdb wants a password for its superuser. Nobody signs in as superuser, so it is not kept.
    superuser_password = cluster.with_name("superuser")
    superuser_password.write_text(secrets.token_hex(16))
    made = run_as(
        account,
        [programs / "initdb", f"--pgdata={unfinished}", f"--pwfile={superuser_password}", *options],
        environment=_ENVIRONMENT,
    )
    superuser_password.unlink()
    if made.returncode:
        raise ServiceUnavailable(f"initdb failed:\n{(made.stdout + made.stderr).strip()}")
    password = secrets.token_hex(16)
    statements = f"CREATE ROLE {ROLE} LOGIN CREATEDB PASSWORD '{password}'\nCREATE DATABASE {DATABASE} OWNER {ROLE}\n"
    made = run_as(
        account,
        [programs / "postgres", "--single", "-D", unfinished, "postgres"],
        text_in=statements,
        environment=_ENVIRONMENT,
    )
    if made.returncode or "ERROR" in made.stderr:
        raise ServiceUnavailable(f"PostgreSQL could not make the role {ROLE}:\n{made.stderr.strip()}")
    _write_private(_PASSWORD, password)
    unfinished.rename(cluster)


def _start_server(account: Account, programs: Path, cluster: Path) -> None:
    [port] = free_ports(1)
    log = STATE / "postgresql.log"
    options = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
    ready_file = cluster / "postmaster.pid"
    pid = start_as(account, [programs / "postgres", "-D", cluster, "-p", str(port), *options], log, dict(_ENVIRONMENT))
    identity = identity_of(pid)
    if identity is None:
        raise ServiceUnavailable(f"PostgreSQL ended at once; see {log}")
    write_identity(_PROCESS, identity)
    wait_until_ready("PostgreSQL", lambda: says_ready(ready_file, pid), identity, seconds=60, log=log)
    _write_private(_URL, f"postgresql://{ROLE}:{_PASSWORD.read_text()}@{LOOPBACK}:{port}/{DATABASE}")


def says_ready(postmaster_file: Path, pid: int) -> bool:
    """Whether `postmaster.pid` is of process `pid` and says that it accepts connections (its eighth line)."""
    try:
        lines = postmaster_file.read_text().splitlines()
    except OSError:
        return False
    return len(lines) >= 8 and lines[0] == str(pid) and lines[7].strip() == "ready"


def _write_private(path: Path, text: str) -> None:
    path.touch(mode=0o600)
    path.write_text(text)
