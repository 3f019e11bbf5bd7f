"""A real Chromium against the portal as `make run` brings it up, with the starter content.

The browser is the one that the variable CHROMIUM names, or the first on the path. The portal runs in a process of its
own: Playwright keeps an event loop in this one, which Django would take for asynchronous code.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from portal.accounts.demo import ADDRESS
from tests.migrated_database import copy_to

BASE = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome")

#: Seconds; preparing a portal collects and compresses all static files.
PATIENCE = 300


def settings_for(folder: Path, address: str) -> Mapping[str, str]:
    """The environment of a portal whose database, index and files are in this folder."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.local",
        "VAR_DIR": str(folder),
        "DATABASE_URL": "",
        "ELASTICSEARCH_URL": "",
        "BASE_URL": address,
        "LOG_LEVEL": "ERROR",
    }


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of a prepared portal: one process of the run prepares it, each takes a copy."""
    shared = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    folder, ready = shared / "portal", shared / "portal.ready"
    try:
        folder.mkdir()
    except FileExistsError:
        wait_until(ready.exists)
    else:
        copy_to(folder / "continuum.sqlite3")
        environment = settings_for(folder, "http://127.0.0.1")
        subprocess.run(
            [sys.executable, "manage.py", "prepare"], cwd=BASE, env=environment, check=True, stdout=subprocess.DEVNULL
        )
        ready.touch()
    return Path(shutil.copytree(folder, tmp_path_factory.mktemp("own") / "portal"))


@pytest.fixture(scope="session")
def site(prepared: Path) -> Iterator[str]:
    """The address of a running portal."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "gunicorn", "portal.wsgi", "--bind", f"127.0.0.1:{port}"]
    command += ["--worker-class", "gthread", "--threads", "8", "--log-level", "warning", "--no-control-socket"]
    with subprocess.Popen(command, cwd=BASE, env=settings_for(prepared, address)) as server:
        try:
            wait_until(lambda: server.poll() is not None or answers(f"{address}/healthz"))
            assert server.poll() is None, "the server ended"
            yield address
        finally:
            server.terminate()


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"waited {PATIENCE} seconds for nothing"
        time.sleep(0.2)


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, TimeoutError):
        return False


@pytest.fixture(scope="session")
def browser(site: str) -> Iterator[Browser]:
    named = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if named is None:
        pytest.fail(f"There is no browser: set CHROMIUM, or install one of {', '.join(NAMES)}.")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=named, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def signed_in(browser: Browser, site: str, prepared: Path) -> dict[str, Any]:
    """The cookies of somebody who sees everything: give them to `open_page` as `storage_state`."""
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.goto("/en/account/login/")
    page.locator("input[name=login]").fill(ADDRESS)
    page.locator("input[name=password]").fill((prepared / "demo-administrator.txt").read_text().strip())
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".account").is_visible(), page.url
    state: Any = context.storage_state()
    context.close()
    return dict(state)


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[OpenPage]:
    """`open_page("/en/", width=360, javascript=False)`: a page in a browser nobody has used before.

    What the console complains of is kept in `page.complaints`.
    """
    contexts: list[BrowserContext] = []

    def open_new(address: str, width: int = 1280, javascript: bool = True, **options: object) -> Page:
        context = browser.new_context(
            base_url=site, viewport={"width": width, "height": 800}, java_script_enabled=javascript, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.complaints = []
        page.on(
            "console", lambda message: message.type in {"error", "warning"} and page.complaints.append(message.text)
        )
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(address)
        return page

    yield open_new
    for context in contexts:
        context.close()
