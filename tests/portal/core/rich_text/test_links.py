"""Links within texts lead where the visitor may go, in their rendering; elsewhere the words stand alone."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.rich_text import RichText, expand_db_html

from portal.core.languages.catalogue import LANGUAGES
from portal.core.models import PortalDocument
from portal.core.visibility.visitor import VisitorMiddleware
from portal.website.models import PlainPage
from practices.models import GoodPractice, Methodology
from tests.factories.pages import LOGIN, make_news, make_page, make_plain, make_practice
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


def to_page(page, words="words"):
    return f'<a linktype="page" id="{page.pk}">{words}</a>'


def to_document(document, words="words"):
    return f'<a linktype="document" id="{document.pk}">{words}</a>'


def make_document(closed=False):
    collection = Collection.get_first_root_node()
    if closed:
        collection = collection.add_child(name="Closed")
        CollectionViewRestriction.objects.create(collection=collection, restriction_type=LOGIN)
    return PortalDocument.objects.create(title="File", file=ContentFile(b"text", "a-file.txt"), collection=collection)


@pytest.fixture
def shown_to(rf):
    """`shown_to(user)("<p>…</p>")`: the text as it is shown while a request of this user is answered."""

    def as_user(user):
        def show(text):
            request = rf.get("/en/")
            request.user = user
            return VisitorMiddleware(lambda _request: str(RichText(text)))(request)

        return show

    return as_user


def test_a_link_to_a_page_is_in_the_readers_rendering(site_root):
    page = make_plain(slug="about")
    for language in LANGUAGES:
        with translation.override(language.code):
            assert str(RichText(to_page(page))) == f'<a href="/{language.code}/about/">words</a>'


def test_a_link_to_a_document_leads_to_it(site_root):
    document = make_document()
    assert str(RichText(to_document(document))) == f'<a href="{document.url}">words</a>'
    assert document.url.startswith(f"/documents/{document.pk}/a-file")


@pytest.mark.parametrize(
    "hidden",
    [{"live": False}, {"restricted_to": LOGIN}],
    ids=["draft", "closed"],
)
def test_what_is_not_there_for_a_visitor_leaves_the_words(site_root, hidden):
    page = make_plain(slug="secret", **hidden)
    assert str(RichText(f"<p>Two {to_page(page)} here.</p>")) == "<p>Two words here.</p>"


def test_a_page_that_can_be_read_in_no_language_leaves_the_words(site_root):
    page = make_plain(slug="secret")
    PlainPage.objects.filter(pk=page.pk).update(readiness_en="overview")
    assert str(RichText(to_page(page))) == "words"


def test_words_keep_their_markup(site_root):
    page = make_plain(live=False)
    text = f"<p>{to_page(page, 'a <b>bold</b> word')}, {to_page(page)} and {to_page(make_plain(slug='open'))}</p>"
    assert str(RichText(text)) == '<p>a <b>bold</b> word, words and <a href="/en/open/">words</a></p>'


def test_a_closed_document_and_a_deleted_one_leave_the_words(site_root):
    document = make_document(closed=True)
    assert str(RichText(to_document(document))) == "words"
    assert str(RichText('<a linktype="document" id="99999">words</a>')) == "words"


@pytest.mark.parametrize("stored", ["", "0", "-1", "x", "²", "9" * 40])
@pytest.mark.parametrize("kind", ["page", "document"])
def test_a_number_that_is_none_leaves_the_words(site_root, kind, stored):
    assert str(RichText(f'<a linktype="{kind}" id="{stored}">words</a>')) == "words"


def test_other_links_stay(site_root):
    text = '<a href="https://example.org/">out</a> <a href="mailto:x@example.org">mail</a> <a id="place">here</a>'
    assert str(RichText(text)) == text


def test_the_words_of_a_text_field_too(site_root):
    page = make_plain(live=False)
    shown = render_to_string("core/blocks/paragraph.html", {"value": RichText(to_page(page))})
    assert shown.strip() == "words"


def test_who_may_see_it_gets_the_link(shown_to, site_root):
    page, document = make_plain(slug="closed", restricted_to=LOGIN), make_document(closed=True)
    text = f"{to_page(page)} {to_document(document)}"
    assert shown_to(AnonymousUser())(text) == "words words"
    assert shown_to(make_user())(text) == f'<a href="/en/closed/">words</a> <a href="{document.url}">words</a>'
    assert str(RichText(text)) == "words words"


def test_nobody_is_remembered_after_a_request_that_failed(rf, site_root):
    text = to_page(make_plain(restricted_to=LOGIN))
    request = rf.get("/en/")
    request.user = make_user()

    def fail(_request):
        raise RuntimeError

    with pytest.raises(RuntimeError):
        VisitorMiddleware(fail)(request)
    assert str(RichText(text)) == "words"


@pytest.mark.parametrize("number", [1, 20])
def test_any_number_of_links_takes_the_same_queries(site_root, number, django_assert_num_queries):
    pages = [make(slug=f"{make.__name__}-{index}") for index in range(number) for make in (make_plain, make_news)]
    documents = [make_document() for _index in range(number)]
    text = "".join([*map(to_page, pages), *map(to_document, documents)])
    expand_db_html(text)
    # Restrictions of pages, the pages, the readiness of each of two types; restrictions of collections, the documents.
    with django_assert_num_queries(6):
        assert expand_db_html(text).count(" href=") == 3 * number


@pytest.fixture
def asked_of(client):
    """How many queries a page takes when it is asked for again, and what it shows."""

    def ask(page):
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            html = client.get(page.url).content.decode()
        return len(captured), html.count('<a href="/en/target-')

    return ask


def test_any_number_of_texts_takes_the_same_queries(asked_of, site_root):
    """Also where each text of a page links to something else."""
    texts = [f"<p>{to_page(make_plain(slug=f'target-{index}'))}</p>" for index in range(8)]
    few = make_plain(slug="few", body_en=[("paragraph", texts[0])])
    many = make_plain(slug="many", body_en=[("paragraph", text) for text in texts])
    (queries_for_one, one), (queries_for_all, all_of_them) = asked_of(few), asked_of(many)
    assert (one, all_of_them) == (1, 8)
    assert queries_for_all == queries_for_one


def test_any_number_of_long_texts_takes_the_same_queries(asked_of, site_root):
    texts = {
        name: f"<p>{to_page(make_plain(slug=f'target-{index}'))}</p>"
        for index, name in enumerate(("context_en", "mechanism_en", "results_en"))
    }
    few = make_practice(context_en=texts["context_en"])
    many = make_practice(**texts)
    (queries_for_one, one), (queries_for_all, all_of_them) = asked_of(few), asked_of(many)
    assert (one, all_of_them) == (1, 3)
    assert queries_for_all == queries_for_one


def test_steps_and_sessions_are_texts_too(client, site_root):
    page = make_plain(slug="secret", live=False)
    other = make_plain(slug="open")
    text = f"<p>{to_page(page, 'hidden')} {to_page(other, 'seen')}</p>"
    practice = make_page(GoodPractice, steps_en=[("step", {"title": "Step", "text": text})])
    methodology = make_page(
        Methodology, sessions_en=[("session", {"title": "Session", "content": text, "minutes": 45})]
    )
    for address in (practice.url, methodology.url, f"{methodology.url}session-plan/"):
        assert '<p>hidden <a href="/en/open/">seen</a></p>' in client.get(address).content.decode()
