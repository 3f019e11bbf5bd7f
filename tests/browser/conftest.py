"""A real Chromium against a server with the starter content.

The browser is the one that the variable CHROMIUM names, or the first on the path. The content is loaded once, in one
transaction that is taken back; the server shares the connection, which works with the embedded database in memory.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.signals import request_finished
from django.db import close_old_connections, transaction
from django.test import override_settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def site(
    django_db_setup: None, django_db_blocker: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a running portal with the starter content."""
    folder = tmp_path_factory.mktemp("starter")
    paths = {"SEARCH_INDEX_DIR": folder / "search", "MEDIA_ROOT": folder / "media"}
    # The end of a request would close the connection, and the transaction with it.
    request_finished.disconnect(close_old_connections)
    with django_db_blocker.unblock(), override_settings(**paths), transaction.atomic():
        call_command("load_starter", stdout=StringIO())
        call_command("search_index", "rebuild", stdout=StringIO())
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()
        transaction.set_rollback(True)
    request_finished.connect(close_old_connections)


@pytest.fixture(scope="session")
def browser(site: str) -> Iterator[Browser]:
    named = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if named is None:
        pytest.fail(f"There is no browser: set CHROMIUM, or install one of {', '.join(NAMES)}.")
    # Playwright keeps an event loop in this thread; Django would take what the tests do here for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=named, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield opened
        opened.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


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
        page.set_default_timeout(15_000)
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
