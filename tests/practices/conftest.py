"""Who looks at resources, and what they see of a page."""

import re
from html import unescape

import pytest
from django.contrib.auth.models import AnonymousUser

from portal.core.languages.reader import current_reader
from portal.core.visibility.memory import remembering
from search.lexicon.current import current_lexicon
from tests.factories.people import make_user


@pytest.fixture
def visit(client, site_root, search_folder):
    """The answer to a request for a page in a rendering, as seen by a user; the database says what is similar."""

    def visit(page, language="en", user=None, path=""):
        client.logout()
        if user is not None:
            client.force_login(user)
        below_home = page.url_path.removeprefix(site_root.url_path)
        return client.get(f"/{language}/{below_home}{path}")

    return visit


@pytest.fixture
def known_lexicon():
    """To be called when all words are there: the lexicon is compiled after each change of them, not for each page."""
    return current_lexicon


@pytest.fixture
def reading(rf, search_folder):
    """All that a page's own template is given, for somebody who is not signed in. Nothing is read before.

    There is no index but what a test makes, so the database says what is similar: another number of queries.

    Within one request that only reads, as a page is.
    """

    def reading(page, reading_context):
        fresh = type(page).objects.get(pk=page.pk)
        request = rf.get("/")
        request.user = AnonymousUser()
        # Which site and where its pages lie is known before a page is served.
        fresh.get_url(request)
        with remembering():
            return reading_context(fresh, fresh.for_reader(current_reader().language), request)

    return reading


@pytest.fixture
def member():
    return make_user("Network members")


@pytest.fixture
def words():
    """The text of markup, as it is read; of an element when its id is given."""

    def words(markup, element=""):
        if element:
            markup = re.search(rf'<(\w+)[^>]* id="{element}".*?</\1>', markup, re.DOTALL)[0]
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())

    return words
