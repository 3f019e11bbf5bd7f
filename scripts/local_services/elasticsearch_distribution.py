"""The Elasticsearch to run: fetched once with Maven, checked against its checksum, unpacked."""

import hashlib
import os
import pwd
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from scripts.local_services.errors import ServiceUnavailable
from scripts.local_services.packages import install

VERSION = "8.19.3"
#: The real server with few modules, as its makers publish it for integration tests.
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
SHA256 = "c4b08b70523700efde9f3e4c9287229f085c2c0db1efca5c6a7d65abbdb9f2e1"
OLDEST_JAVA = 17


def java_home() -> Path:
    """The folder of a Java that Elasticsearch can run on, installed if there is none.

    Raises ServiceUnavailable when there is none and none can be installed.
    """
    found = _usable_java()
    if found is None:
        install("default-jre-headless")
        found = _usable_java()
    if found is None:
        raise ServiceUnavailable(f"Elasticsearch needs Java {OLDEST_JAVA} or newer")
    return found


def distribution(folder: Path) -> Path:
    """The unpacked server inside `folder`, which everybody may read; fetched when it is not there yet.

    Raises ServiceUnavailable when it cannot be fetched or is not what it should be.
    """
    home = folder / f"elasticsearch-{VERSION}"
    if not home.exists():
        archive = folder / f"elasticsearch-{VERSION}.zip"
        _fetch(archive)
        _unpack(archive, home)
        archive.unlink()
    return home


def major_version(java_says: str) -> int:
    """The major version in what `java -version` prints: 17 from `"17.0.15"`, 8 from `"1.8.0_392"`, else 0."""
    found = re.search(r'version "(?:1\.)?(\d+)', java_says)
    return int(found.group(1)) if found else 0


def checksum(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _usable_java() -> Path | None:
    named = [Path(os.environ[name], "bin", "java") for name in ("ES_JAVA_HOME", "JAVA_HOME") if os.environ.get(name)]
    on_path = shutil.which("java")
    installed = sorted(Path("/usr/lib/jvm").glob("*/bin/java"))
    for java in [*named, *([Path(on_path)] if on_path else []), *installed]:
        if java.exists():
            answer = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
            if answer.returncode == 0 and major_version(answer.stderr) >= OLDEST_JAVA:
                return java.resolve().parent.parent
    return None


def _fetch(archive: Path) -> None:
    if shutil.which("mvn") is None:
        install("maven")
    print(f"Fetching Elasticsearch {VERSION} ...", file=sys.stderr, flush=True)
    # From the repository that this machine's Maven is set up to use; the checksum below does not care which.
    command = [
        "mvn",
        "-B",
        "-q",
        "dependency:copy",
        f"-Dartifact={ARTIFACT}",
        f"-DoutputDirectory={archive.parent}",
    ]
    if not os.access(pwd.getpwuid(os.geteuid()).pw_dir, os.W_OK):
        # Maven keeps what it fetches in the home folder of the account, which system accounts do not have.
        command.append(f"-Dmaven.repo.local={archive.parent / 'maven'}")
    fetched = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        cwd=archive.parent,
    )
    if fetched.returncode or not archive.exists():
        raise ServiceUnavailable(f"Maven could not fetch {ARTIFACT}:\n{fetched.stdout.strip()[-2000:]}")
    if checksum(archive) != SHA256:
        archive.unlink()
        raise ServiceUnavailable(f"{ARTIFACT} is not the file it should be (its SHA-256 differs)")


def _unpack(archive: Path, home: Path) -> None:
    unfinished = home.with_name("unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    with zipfile.ZipFile(archive) as content:
        content.extractall(unfinished)
    # zipfile drops the permissions: everybody may read, and the start scripts may be run.
    for path in unfinished.rglob("*"):
        runs = path.is_dir() or path.parent.name == "bin"
        path.chmod(0o755 if runs else 0o644)
    (unfinished / home.name).rename(home)
    unfinished.rmdir()
