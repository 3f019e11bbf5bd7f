"""The site as it starts: figure, order of the six, foot, tools."""

import pytest

# Wagtail leaves the file of a rendition it makes to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")

SLUGS = ["albania", "bosnia-and-herzegovina", "kosovo", "montenegro", "north-macedonia", "serbia"]

ORDER = {
    "en": ["Albania", "Bosnia and Herzegovina", "Kosovo*", "Montenegro", "North Macedonia", "Serbia"],
    "sq": ["Bosnja dhe Hercegovina", "Kosova*", "Mali i Zi", "Maqedonia e Veriut", "Serbia", "Shqipëria"],
    "bs": ["Albanija", "Bosna i Hercegovina", "Crna Gora", "Kosovo*", "Sjeverna Makedonija", "Srbija"],
    "cnr": ["Albanija", "Bosna i Hercegovina", "Crna Gora", "Kosovo*", "Sjeverna Makedonija", "Srbija"],
    "mk": ["Албанија", "Босна и Херцеговина", "Косово*", "Северна Македонија", "Србија", "Црна Гора"],
    "sr": ["Албанија", "Босна и Херцеговина", "Косово*", "Северна Македонија", "Србија", "Црна Гора"],
    "sr-latn": ["Albanija", "Bosna i Hercegovina", "Crna Gora", "Kosovo*", "Severna Makedonija", "Srbija"],
}


def names(links):
    return [link.find(string=True).strip() for link in links]


@pytest.mark.parametrize("code", ORDER)
def test_alphabetical_in_list_home_and_foot(started, visit, code):
    html = visit(f"/{code}/beneficiaries/")
    assert names(html.select(".beneficiaries a")) == ORDER[code]
    assert names(html.select("footer .grid > div:first-child a")) == ORDER[code]
    assert names(visit(f"/{code}/").select(".beneficiaries a")) == ORDER[code]


def test_all_six_have_the_same_sections_in_the_same_order(started, visit):
    sections = {
        slug: [heading.get_text(strip=True) for heading in visit(f"/en/beneficiaries/{slug}/").select("article h2")]
        for slug in SLUGS
    }
    assert sections == {slug: ["Good practices", "Institutions", "News"] for slug in SLUGS}


def test_a_name_is_shown_in_the_readers_language_and_in_its_own(started, visit):
    html = visit("/en/beneficiaries/kosovo/")
    service = html.find("strong", string="Kosovo* Correctional Service").find_parent("p")
    assert [(span.get_text(), span["lang"]) for span in service.find_all("span")] == [
        ("Shërbimi Korrektues i Kosovës*", "sq"),
        ("Корективна служба Косова*", "sr-Cyrl"),
    ]


def test_a_name_in_the_readers_own_language_comes_first(started, visit):
    html = visit("/sr-latn/beneficiaries/kosovo/")
    service = html.find("strong", string="Korektivna služba Kosova*").find_parent("p")
    assert [(span.get_text(), span["lang"]) for span in service.find_all("span")] == [
        ("Shërbimi Korrektues i Kosovës*", "sq")
    ]


def test_a_neighbour_reads_english_before_a_language_that_is_nobodys_there(started, visit):
    html = visit("/mk/beneficiaries/albania/")
    prisons = html.find("strong", string="General Directorate of Prisons")
    assert prisons["lang"] == "en"


def test_every_stage_leads_to_its_resources(started, visit):
    html = visit("/en/")
    assert [link["href"] for link in html.select(".stage__link")] == [
        "/en/continuum/pretrial/",
        "/en/continuum/admission-assessment/",
        "/en/continuum/imprisonment/",
        "/en/continuum/pre-release/",
        "/en/continuum/release/",
        "/en/continuum/probation-supervision/",
        "/en/continuum/post-penal-support/",
    ]
    assert [link["href"] for link in html.select(".card h3 a")] == [
        "/en/library/?area=pa1",
        "/en/library/?area=pa2",
        "/en/library/?area=pa3",
    ]


def test_one_leads_at_each_stage_but_the_first(started, visit):
    leads = [
        [actor.get_text(strip=True) for actor in stage.select(".who--leads")]
        for stage in visit("/en/").select(".stage")
    ]
    assert leads == [
        [],
        ["Prison: leads"],
        ["Prison: leads"],
        ["Prison: leads"],
        ["Probation service: leads"],
        ["Probation service: leads"],
        ["Municipality: leads"],
    ]


def foot(html, title):
    heading = html.select_one("footer").find("h2", string=title)
    return [link.get_text(strip=True) for link in heading.find_next("ul").select("a")]


def test_the_starter_fills_the_foot(started, visit):
    html = visit("/en/")
    assert foot(html, "Portal") == [
        "About the portal",
        "About the action",
        "Accessibility",
        "Privacy policy",
        "Key documentation",
        "Glossary",
    ]
    assert foot(html, "Help") == ["Using the portal"]


def test_tools_and_the_day_of_the_last_change(started, visit):
    html = visit("/en/about/")
    assert len(html.select(".tools form button")) == 3
    assert html.select_one(".reading__text > p time") is not None
