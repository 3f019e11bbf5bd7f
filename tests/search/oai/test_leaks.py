"""What is not public, or not any more, is in no verb, no set and no number, whoever asks."""

import pytest
from wagtail.models import Page

from practices.models import CatalogueIndexPage, GoodPractice
from search.harvest.record import HarvestRecord
from tests.factories.pages import LOGIN, make_page, make_practice, place_of, restrict
from tests.factories.people import make_group, make_superuser
from tests.factories.vocabulary import make_beneficiary, make_concept
from tests.search.oai.conftest import OAI

pytestmark = pytest.mark.django_db

WORD = "Zanzibarian"
OAI_DC = {"metadataPrefix": "oai_dc"}

QUESTIONS = (
    {"verb": "Identify"},
    {"verb": "ListSets"},
    {"verb": "ListIdentifiers", **OAI_DC},
    {"verb": "ListRecords", **OAI_DC},
    {"verb": "ListRecords", **OAI_DC, "set": "beneficiary:ME"},
    {"verb": "ListRecords", **OAI_DC, "set": "type:good_practice"},
)


@pytest.fixture
def told(client, monkeypatch):
    """All that is told of the library, list after list with its size, but for the moment of the answer."""
    monkeypatch.setattr("search.oai.selection.PAGE_SIZE", 1)

    def everything():
        answers = [client.get("/oai", question).content.partition(b"<request")[2] for question in QUESTIONS]
        return b"".join(answers)

    return everything


def secret(**fields):
    return make_practice(
        headline_en=f"{WORD} headline",
        summary_en=f"{WORD} summary",
        slug=f"{WORD}-practice".lower(),
        beneficiaries=[make_beneficiary("ME")],
        concepts=[make_concept("prison")],
        **fields,
    )


@pytest.mark.parametrize("kind", ["members", "place", "draft", "not ready"])
def test_what_never_was_public_changes_nothing(site_root, client, told, up_to_date, kind):
    make_practice()
    make_practice()
    make_beneficiary("ME")
    up_to_date()
    before = told()

    place = place_of(GoodPractice)
    if kind == "place":
        place = make_page(CatalogueIndexPage, place, resource_type="standard", restricted_to=LOGIN)
    page = secret(parent=place, live=kind != "draft")
    if kind == "members":
        restrict(page, make_group("Network members"))
    elif kind == "not ready":
        GoodPractice.objects.filter(pk=page.pk).update(readiness_en="overview")
    up_to_date()
    client.force_login(make_superuser())
    assert told() == before
    page.delete()
    up_to_date()
    assert told() == before


def ways(page):
    """What becomes of a page that was public."""
    return {
        "unpublished": page.unpublish,
        "closed": lambda: restrict(page, LOGIN),
        "closed above": lambda: restrict(page.get_parent(), make_group("Network members")),
        "no language": lambda: GoodPractice.objects.filter(pk=page.pk).update(readiness_en=""),
        "deleted": page.delete,
    }


@pytest.mark.parametrize("applied", [True, False], ids=["applied", "not yet applied"])
@pytest.mark.parametrize("way", ["unpublished", "closed", "closed above", "no language", "deleted"])
def test_of_what_was_public_nothing_is_told_but_that_it_is_gone(site_root, ask, client, told, up_to_date, way, applied):
    page = secret()
    up_to_date()
    assert WORD.lower().encode() in told().lower()
    record = HarvestRecord.objects.get()

    ways(Page.objects.get(pk=page.pk).specific)[way]()
    if applied:
        up_to_date()
    assert WORD.lower().encode() not in told().lower()
    for verb in ("ListIdentifiers", "ListRecords"):
        [header] = ask(verb, **OAI_DC).iter(f"{OAI}header")
        assert header.get("status") == "deleted"
    gone = ask("GetRecord", identifier=record.identifier.urn, **OAI_DC)
    assert gone.find(f".//{OAI}header").get("status") == "deleted"
    assert gone.find(f".//{OAI}metadata") is None
    client.force_login(make_superuser())
    assert WORD.lower().encode() not in told().lower()
