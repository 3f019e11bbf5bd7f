"""What is to be published later is nowhere before, and everywhere when its time has come."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from wagtail.models import Revision

from portal.vocabulary.models.taxonomy import FacetCode
from portal.website.models import NewsPage
from practices.models import GoodPractice
from search.engines.current import current_engine
from search.upkeep.build import rebuild
from tests.factories.pages import make_page
from tests.factories.vocabulary import make_term

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_root")]

WORD = "Zanzibarian"

#: Where readers come upon a page of each type, besides its address.
PLACES = {
    NewsPage: ("/en/", "/en/news/", "/en/news/feed/", "/sitemap.xml"),
    GoodPractice: (
        "/en/library/",
        f"/en/library/?q={WORD}",
        f"/en/library/suggestions/?q={WORD[:5]}",
        "/en/library/feed/",
        "/sitemap.xml",
        "/oai?verb=ListRecords&metadataPrefix=oai_dc",
    ),
}


@pytest.fixture(params=PLACES, ids=lambda model: model.__name__)
def scheduled(request, search_folder):
    """A page that an editor gave a time long after now."""
    make_term(FacetCode.RESOURCE_TYPE, "good_practice")
    page = make_page(request.param, slug="later", headline_en=f"{WORD} plans", live=False)
    rebuild(current_engine(), lambda number: None)
    page.go_live_at = datetime(2100, 1, 15, 9, tzinfo=UTC)
    page.save_revision().publish()
    return page


@pytest.fixture
def shown(client, scheduled):
    """Those places that name it."""

    def places():
        answers = {place: client.get(place) for place in PLACES[type(scheduled)]}
        assert {answer.status_code for answer in answers.values()} == {200}
        return tuple(place for place, answer in answers.items() if "/later/" in answer.content.decode())

    return places


def the_time_comes(page):
    """As if years had passed, and the system had called the command."""
    past = datetime(2026, 1, 1, tzinfo=UTC)
    (revision,) = Revision.objects.filter(object_id=str(page.pk), approved_go_live_at__isnull=False)
    revision.content = {**revision.content, "go_live_at": past.isoformat()}
    revision.approved_go_live_at = past
    revision.save()
    call_command("publish_scheduled")


def test_it_is_nowhere_before_its_time_and_everywhere_after(
    client, scheduled, shown, django_capture_on_commit_callbacks
):
    address = scheduled.get_url()
    assert (client.get(address).status_code, shown()) == (404, ())
    with django_capture_on_commit_callbacks(execute=True):
        the_time_comes(scheduled)
    assert (client.get(address).status_code, shown()) == (200, PLACES[type(scheduled)])
