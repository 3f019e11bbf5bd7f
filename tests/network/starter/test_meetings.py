"""The real first meeting of a working group, as starter content."""

import pytest
from bs4 import BeautifulSoup

from network.models import AgendaItem, Meeting, WorkingGroupPage
from network.starter import DATA
from network.starter.meetings import load_meetings
from portal.core.languages.catalogue import LANGUAGES
from portal.core.starter.report import Report
from portal.vocabulary.models.taxonomy import FacetCode
from tests.factories.pages import make_page
from tests.factories.vocabulary import make_beneficiary, make_term

pytestmark = pytest.mark.django_db

SLUG = "rehabilitation-reintegration-and-release"


@pytest.fixture
def meeting(site_root):
    make_page(WorkingGroupPage, slug=SLUG)
    make_beneficiary("XK")
    for facet, codes in (
        (FacetCode.PRIORITY_AREA, ("pa1", "pa2")),
        (FacetCode.AGENCY, ("prison", "probation")),
        (FacetCode.STAGE, ("imprisonment", "pre_release", "release")),
    ):
        for code in codes:
            make_term(facet, code)
    load_meetings(DATA / "meetings.json", Report())
    return Meeting.objects.get()


def test_it_holds_what_was_asked_and_what_came_of_it(meeting):
    kinds = [one.kind for item in meeting.items.all() for one in item.outcomes.all()]
    assert (meeting.citation, meeting.items.count(), meeting.outputs.count()) == ("1/2023", 4, 1)
    assert (kinds.count("information"), kinds.count("decision"), kinds.count("action")) == (6, 1, 0)


@pytest.mark.parametrize("language", [one.code for one in LANGUAGES])
def test_it_is_read_in_every_language(client, meeting, language):
    answer = client.get(f"/{language}/meetings/{meeting.pk}/")
    found = BeautifulSoup(answer.content.decode(), "html.parser")
    assert (answer.status_code, len(found.select(".agenda > li")), len(found.select("#d1"))) == (200, 4, 1)
    assert found.select_one(".notice--accent") is None


def test_what_somebody_changed_stays(meeting):
    AgendaItem.objects.filter(key="model").update(title_en="Corrected")
    report = Report()
    load_meetings(DATA / "meetings.json", report)
    assert meeting.items.filter(title_en="Corrected").count() == 1
    assert len(meeting.items.all()) == 4


def test_without_the_group_nothing_is_loaded(site_root):
    load_meetings(DATA / "meetings.json", Report())
    assert Meeting.objects.count() == 0
