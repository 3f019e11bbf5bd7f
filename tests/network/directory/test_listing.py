"""The directory: who is found by whom, by what, and how many are counted."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from network.models import DirectoryWord
from portal.members.models import Profile
from portal.vocabulary.models import Institution
from portal.vocabulary.models.taxonomy import FacetCode
from tests.factories.members import join, make_member
from tests.factories.pages import make_page
from tests.factories.profiles import OPEN, make_listed
from tests.factories.vocabulary import make_beneficiary, make_concept, make_term

pytestmark = pytest.mark.django_db

#: Of the list without words, and what words add: other words for them, names of the vocabulary.
QUERIES = 20
SEARCHED = 5


@pytest.fixture
def reader(site_root):
    """A member of the network in a browser."""
    client = Client()
    client.force_login(make_member().user)
    return client


def page(client, address="/en/directory/"):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content.decode(), "html.parser")


def names(client, address="/en/directory/"):
    return [heading.get_text(strip=True) for heading in page(client, address).select(".person-card h3")]


def counts(client, address="/en/directory/"):
    """What is counted at each value of the filters, zero left out."""
    found = {}
    for choice in page(client, address).select(".facets .choice"):
        number = int(choice.select_one(".count").get_text())
        if number:
            box = choice.select_one("input")
            found[box["name"], box["value"]] = number
    return found


def test_members_find_those_who_agreed_and_visitors_only_what_is_for_everybody(reader, client):
    make_listed("Ana", "Members")
    make_listed("Eva", "Everybody", name_for="public")
    make_listed("Ida", "Unlisted", listed_since=None)
    make_listed("Ora", "Nobody", name_for="nobody")
    make_member()
    assert names(reader) == ["Eva Everybody", "Ana Members"]
    assert names(client) == ["Eva Everybody"]


def test_an_empty_list_says_so_and_shows_the_way_in(client, site_root):
    html = page(client)
    assert html.select_one(".empty h2").get_text() == "Nobody is listed here yet"
    assert html.select_one(".page-head .notice a")["href"] == "/en/join/"


@pytest.mark.parametrize("spelling", ["Đorđe", "Djordje", "Ђорђе", "đorđe", "DJORDJE", "Dorde"])
@pytest.mark.parametrize("written", ["Đorđe", "Ђорђе"])
def test_a_name_is_found_in_both_scripts_and_all_spellings(reader, written, spelling):
    make_listed(written, "Sample")
    make_listed("Marija", "Sample")
    assert names(reader, f"/en/directory/?q={spelling}") == [f"{written} Sample"]


def test_people_are_found_by_position_text_institution_and_expertise(reader):
    office = Institution.objects.create(
        beneficiary=make_beneficiary("MK"), type="probation_service", name_en="Skopje office", name_mk="Скопска служба"
    )
    make_listed("Ana", "Position", member={"position": "Head of the admission unit"})
    make_listed("Bea", "Bio", bio="I have worked with young prisoners.")
    make_listed("Cia", "Institution", member={"institution": office})
    make_listed("Dea", "Written", member={"institution_name": "Lighthouse Society"})
    concept = make_listed("Eda", "Concept")
    concept.concepts.add(make_concept("mentoring", label_sq="mentorim"))
    topic = make_listed("Fia", "Topic")
    topic.topics.add(make_term(FacetCode.PRIORITY_AREA, "families", label_en="Families of prisoners"))
    found = {
        words: names(reader, f"/en/directory/?q={words}")
        for words in ("admission", "prisoner", "служба", "lighthouse", "mentorimi", "family", "office Cia")
    }
    assert found == {
        "admission": ["Ana Position"],
        "prisoner": ["Fia Topic", "Bea Bio"],
        "служба": ["Cia Institution"],
        "lighthouse": ["Dea Written"],
        "mentorimi": ["Eda Concept"],
        "family": ["Fia Topic"],
        "office Cia": ["Cia Institution"],
    }


def test_other_languages_are_found_by_the_terms_of_the_library(reader):
    make_listed("Ana", "Sample", member={"position": "Службеник за условен отпуст"}, language="mk")
    assert names(reader, "/en/directory/?q=conditional release") == ["Ana Sample"]


def test_the_best_comes_first_or_the_first_by_name(reader):
    make_listed("Ana", "Mentor", bio="Probation.")
    make_listed("Zoe", "Probation")
    assert names(reader, "/en/directory/?q=probation") == ["Zoe Probation", "Ana Mentor"]
    assert names(reader, "/en/directory/?q=probation&sort=name") == ["Ana Mentor", "Zoe Probation"]


@pytest.mark.parametrize(
    ("field", "words", "given"),
    [
        ("position", "warden", {"member": {"position": "Warden"}}),
        ("bio", "gardening", {"bio": "Gardening"}),
        ("workplace", "lighthouse", {"member": {"institution_name": "Lighthouse"}}),
    ],
)
def test_nobody_is_found_by_what_they_do_not_show(reader, client, field, words, given):
    member = make_listed("Ana", "Sample", **OPEN, **given)
    address, found = f"/en/directory/?q={words}", {}
    for level in ("public", "network", "groups", "nobody"):
        profile = Profile.objects.get(member=member)
        setattr(profile, f"{field}_for", level)
        profile.save()
        found[level] = (len(names(client, address)), len(names(reader, address)))
    assert found == {"public": (1, 1), "network": (0, 1), "groups": (0, 0), "nobody": (0, 0)}


def test_filters_and_counts_know_only_what_is_shown(reader, client):
    area = make_term(FacetCode.PRIORITY_AREA, "families")
    agency = make_term(FacetCode.AGENCY, "probation")
    shown = make_listed(
        "Ana", "Shown", is_mentor=True, name_for="public", member={"agency": agency, "languages": "mk en"}
    )
    hidden = make_listed(
        "Bea",
        "Hidden",
        **{f"{name}_for": "nobody" for name in ("workplace", "expertise", "languages", "availability")},
        is_mentor=True,
        member={"agency": agency, "languages": "mk"},
    )
    for member in (shown, hidden):
        member.topics.add(area)
    everything = {
        ("beneficiary", "MK"): 1,
        ("topic", "families"): 1,
        ("language", "en"): 1,
        ("language", "mk"): 1,
        ("available", "mentor"): 1,
        ("agency", "probation"): 1,
    }
    assert counts(reader) == everything
    assert counts(client) == {}
    for name, value in everything:
        assert names(reader, f"/en/directory/?{name}={value}") == ["Ana Shown"]
        assert names(client, f"/en/directory/?{name}={value}") == []


def test_values_of_one_filter_add_up_and_filters_narrow_each_other(reader):
    make_listed("Ana", "One", is_mentor=True)
    make_listed("Bea", "Two", member={"beneficiary": "RS"})
    make_listed("Cia", "Three", is_mentor=True, member={"beneficiary": "RS"})
    assert names(reader, "/en/directory/?beneficiary=RS&beneficiary=MK") == ["Ana One", "Cia Three", "Bea Two"]
    assert names(reader, "/en/directory/?beneficiary=RS&available=mentor") == ["Cia Three"]
    assert counts(reader, "/en/directory/?beneficiary=RS&available=mentor") == {
        ("beneficiary", "MK"): 1,
        ("beneficiary", "RS"): 1,
        ("available", "mentor"): 1,
    }


def test_a_working_group_is_a_circle_as_long_as_one_is_in_it(site_root):
    from network.models import WorkingGroupPage

    group = make_page(WorkingGroupPage)
    colleague, former = make_member(), make_member()
    shy = make_listed("Ana", "Shy", name_for="groups", bio="Gardening", bio_for="groups")
    join(group, shy)
    join(group, colleague)
    join(group, former, until=timezone.localdate())
    found = {}
    for person in (colleague, former):
        browser = Client()
        browser.force_login(person.user)
        found[person.pk] = (names(browser), names(browser, "/en/directory/?q=gardening"))
    assert found == {colleague.pk: (["Ana Shy"], ["Ana Shy"]), former.pk: ([], [])}


@pytest.mark.parametrize("how", ["withdrawn", "suspended", "left", "account closed"])
def test_who_goes_is_gone_at_once_everywhere(reader, client, how):
    member = make_listed("Zanzibara", "Sample", **OPEN, member={"position": "Zanzibarian"})
    person = f"/en/directory/{member.profile.key}/"
    assert [one.get(person).status_code for one in (reader, client)] == [200, 200]
    if how == "withdrawn":
        member.profile.listed_since = None
        member.profile.save()
    elif how == "account closed":
        member.user.is_active = False
        member.user.save()
    else:
        member.state = how
        member.save()
    for one in (reader, client):
        for address in ("/en/directory/", "/en/directory/?q=Zanzibara", "/en/directory/?q=Zanzibarian&beneficiary=MK"):
            assert "Sample" not in page(one, address).select_one("main").get_text()
        assert counts(one) == {}
        for below in ("", "photo/", "photo/small/", "write/"):
            assert one.get(person + below).status_code == 404
    if how in ("withdrawn", "left"):
        assert not DirectoryWord.objects.filter(member=member).exists()


def test_a_new_name_is_found_and_the_old_one_is_not(reader):
    member = make_listed("Ana", "Before")
    member.user.last_name = "After"
    member.user.save()
    assert names(reader, "/en/directory/?q=After") == ["Ana After"]
    assert names(reader, "/en/directory/?q=Before") == []


@pytest.mark.parametrize("query", ["q=%00", "q=---", "page=x", "page=99999", "beneficiary=ZZ&language=xx", "sort=y"])
def test_odd_questions_are_answered(reader, query):
    make_listed("Ana", "Sample")
    assert reader.get(f"/en/directory/?{query}").status_code == 200


def test_each_filter_counts_what_it_would_leave_with_the_others_as_they_are(reader):
    area, other = (make_term(FacetCode.PRIORITY_AREA, code) for code in ("families", "work"))
    agency = make_term(FacetCode.AGENCY, "probation")
    place, elsewhere = "MK", "AL"
    for name, beneficiary, languages, area_of in (
        ("Ana", place, "mk en", area),
        ("Bea", place, "mk", other),
        ("Cia", elsewhere, "mk sq", area),
        ("Dea", elsewhere, "sq", area),
    ):
        member = make_listed(
            name, "Sample", member={"beneficiary": beneficiary, "languages": languages, "agency": agency}
        )
        member.topics.add(area_of)
    address = "/en/directory/?beneficiary=MK&language=mk&topic=families"
    assert names(reader, address) == ["Ana Sample"]
    assert counts(reader, address) == {
        ("beneficiary", "MK"): 1,
        ("beneficiary", "AL"): 1,
        ("topic", "families"): 1,
        ("topic", "work"): 1,
        ("language", "mk"): 1,
        ("language", "en"): 1,
        ("agency", "probation"): 1,
    }
    Profile.objects.filter(member__user__first_name="Cia").update(listed_since=None)
    assert ("beneficiary", "AL") not in counts(reader, address)


def test_the_number_of_queries_does_not_grow(reader):
    area, concept = make_term(FacetCode.PRIORITY_AREA, "families"), make_concept("mentoring")

    def asked(address):
        with CaptureQueriesContext(connection) as queries:
            assert len(names(reader, address)) == number
        return len(queries)

    # What a process remembers of the vocabulary, it has read before.
    reader.get("/en/directory/?q=Ana")
    found = []
    for number in (1, 2, 3):
        member = make_listed("Ana", f"Sample {number}")
        member.topics.add(area)
        member.concepts.add(concept)
        if number != 2:
            found.append((asked("/en/directory/"), asked("/en/directory/?q=Ana")))
    assert found == [(QUERIES, QUERIES + SEARCHED)] * 2
