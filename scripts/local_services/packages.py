"""Packages of the system, installed where that is possible without asking anybody."""

import os
import shutil
import subprocess
import sys

from scripts.local_services.errors import ServiceUnavailable


def install(*names: str) -> None:
    """Install Debian packages with apt-get, as root or through a sudo that asks for no password.

    Raises ServiceUnavailable when that is impossible or fails.
    """
    wanted = " ".join(names)
    if shutil.which("apt-get") is None:
        raise ServiceUnavailable(f"please install {wanted}: there is no apt-get here to do it")
    prefix = _root_prefix()
    if prefix is None:
        raise ServiceUnavailable(f"please install {wanted}: this needs root, or sudo without a password")
    print(f"Installing {wanted} ...", file=sys.stderr, flush=True)
    environment = ["env", "DEBIAN_FRONTEND=noninteractive"]
    # Lists may be missing (containers ship without them) or old; if this fails, the old ones may still do.
    _run([*prefix, *environment, "apt-get", "update", "-qq"])
    done = _run([*prefix, *environment, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *names])
    if done.returncode:
        raise ServiceUnavailable(f"apt-get could not install {wanted}:\n{done.stderr.strip()[-2000:]}")


def write_as_root(path: str, text: str) -> None:
    """Write a file of the system's configuration; does nothing where one may not."""
    prefix = _root_prefix()
    if prefix is None:
        return
    subprocess.run([*prefix, "mkdir", "-p", os.path.dirname(path)], check=True)  # noqa: PTH120
    subprocess.run([*prefix, "tee", path], input=text, text=True, stdout=subprocess.DEVNULL, check=True)


def _root_prefix() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _run(["sudo", "-n", "true"]).returncode == 0:
        return ["sudo", "-n"]
    return None


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
