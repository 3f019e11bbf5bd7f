"""The server with what it needs to keep keys: a plug-in, compiled here, for what the server for tests comes without."""

import hashlib
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

from scripts.local_services.elasticsearch_distribution import OLDEST_JAVA, VERSION
from scripts.local_services.errors import ServiceUnavailable
from scripts.local_services.packages import install

_NAME = "EmailAnalysis"
_SOURCE = Path(__file__).with_name(f"{_NAME}.java")
_DESCRIPTION = f"""\
name=continuum-email-analysis
description=Lets the index of keys be made
version=1.0.0
elasticsearch.version={VERSION}
java.version={OLDEST_JAVA}
classname=continuum.{_NAME}
"""


def with_keys(home: Path, java: Path) -> Path:
    """A second server beside `home`, with the plug-in; made when it is not there yet.

    Raises ServiceUnavailable when there is no Java compiler and none can be installed.
    """
    version = hashlib.sha256(_SOURCE.read_bytes()).hexdigest()[:8]
    made = home.with_name(f"{home.name}-with-keys-{version}")
    if not made.exists():
        unfinished = home.with_name("unfinished-with-keys")
        shutil.rmtree(unfinished, ignore_errors=True)
        # The same files: nothing is copied.
        shutil.copytree(home, unfinished, copy_function=os.link)
        _build(unfinished, _compiler(java))
        unfinished.rename(made)
    return made


def _compiler(java: Path) -> Path:
    if not (java / "bin" / "javac").exists():
        install("default-jdk-headless")
    for found in (java / "bin" / "javac", shutil.which("javac")):
        if found and Path(found).exists():
            return Path(found)
    raise ServiceUnavailable("an Elasticsearch that asks for keys needs a Java compiler (default-jdk-headless)")


def _build(home: Path, compiler: Path) -> None:
    plugin = home / "plugins" / "continuum-email-analysis"
    plugin.mkdir()
    classes = home / "classes"
    compiled = subprocess.run(
        [compiler, "--release", str(OLDEST_JAVA), "-cp", f"{home / 'lib'}/*", "-d", classes, _SOURCE],
        capture_output=True,
        text=True,
        check=False,
    )
    if compiled.returncode:
        raise ServiceUnavailable(f"{_SOURCE.name} does not compile:\n{compiled.stderr[-2000:]}")
    with zipfile.ZipFile(plugin / f"{_NAME}.jar", "w") as jar:
        for path in sorted(classes.rglob("*.class")):
            jar.write(path, path.relative_to(classes))
    (plugin / "plugin-descriptor.properties").write_text(_DESCRIPTION)
    shutil.rmtree(classes)
