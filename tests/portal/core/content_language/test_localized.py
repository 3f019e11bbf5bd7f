"""One content language a page: all of a page comes from one language, never a mixture."""

import pytest
from bs4 import BeautifulSoup

from portal.core.content_language.localized import (
    Localized,
    localized_for_card,
    localized_for_reading,
    nearest,
    ready_codes,
    shown_codes,
    translated_fields,
)
from portal.core.languages.catalogue import BY_CODE, LANGUAGES
from portal.website.models import PlainPage
from practices.models import GoodPractice
from tests.factories.pages import make_plain

pytestmark = pytest.mark.django_db


def page_ready_in(*codes, **fields):
    return PlainPage(**{f"readiness_{code}": "ready" for code in codes}, **fields)


def test_translated_fields_are_those_of_the_base_and_of_the_type():
    assert set(translated_fields(PlainPage)) == {"headline", "summary", "readiness", "based_on", "needs_review", "body"}
    assert {"headline", "context", "steps", "contact_role"} < set(translated_fields(GoodPractice))


@pytest.mark.parametrize(
    ("ready", "shown"),
    [
        (("en",), {"en": "en", "sq": "en", "bs": "en", "cnr": "en", "mk": "en", "sr": "en", "sr-latn": "en"}),
        (("sq",), {"en": "sq", "sq": "sq", "bs": "sq", "cnr": "sq", "mk": "sq", "sr": "sq", "sr-latn": "sq"}),
        (
            ("en", "bs", "sr"),
            {"en": "en", "sq": "en", "bs": "bs", "cnr": "bs", "mk": "sr", "sr": "sr", "sr-latn": "sr"},
        ),
        (("en", "cnr"), {"en": "en", "sq": "en", "bs": "cnr", "cnr": "cnr", "mk": "en", "sr": "cnr", "sr-latn": "cnr"}),
    ],
)
def test_a_reader_gets_the_nearest_language_that_is_ready(ready, shown):
    page = page_ready_in(*ready)
    assert {language.code: localized_for_reading(page, language).code for language in LANGUAGES} == shown


def test_no_language_no_text():
    assert localized_for_reading(page_ready_in(), BY_CODE["en"]) is None
    assert localized_for_card(page_ready_in(), BY_CODE["en"]) is None
    assert nearest((), BY_CODE["sq"]) is None


def test_a_card_may_be_in_a_language_of_which_only_the_overview_is_ready():
    page = page_ready_in("en", readiness_sq="overview")
    assert (ready_codes(page), shown_codes(page)) == (("en",), ("en", "sq"))
    assert localized_for_card(page, BY_CODE["sq"]).code == "sq"
    assert localized_for_reading(page, BY_CODE["sq"]).code == "en"


def test_an_empty_field_is_empty_and_not_borrowed():
    page = PlainPage(headline_en="Plan", headline_sq="", source_language="en")
    localized = Localized(page, "sq", BY_CODE["sq"])
    assert localized.headline == ""
    assert localized.is_readers_language
    assert localized.source_language == "en"
    with pytest.raises(AttributeError):
        _ = localized.nothing_of_that_name


def test_an_albanian_headline_over_an_english_body_is_not_shown(client, site_root):
    """The trap of field-wise fallback: a translator has begun with the headline."""
    make_plain(
        slug="about",
        ready=("en",),
        headline_en="Release plan",
        summary_en="In English.",
        headline_sq="Plani i lirimit",
        summary_sq="Shqip.",
    )
    soup = BeautifulSoup(client.get("/sq/about/").content, "html.parser")
    assert soup.html["lang"] == "sq"
    assert soup.h1.get_text(strip=True) == "Release plan"
    assert soup.h1["lang"] == "en"
    assert "Plani i lirimit" not in soup.get_text()
    assert "Shqip." not in soup.get_text()
    assert len(soup.select(".notice--accent")) == 1


def test_a_page_in_the_readers_language_has_no_notice(client, site_root):
    make_plain(slug="about", ready=("en", "sq"), headline_sq="Plani i lirimit")
    soup = BeautifulSoup(client.get("/sq/about/").content, "html.parser")
    assert soup.h1.get_text(strip=True) == "Plani i lirimit"
    assert not soup.h1.has_attr("lang")
    assert soup.select(".notice--accent") == []


def test_what_is_ready_of_the_readers_language_stands_in_the_notice(client, site_root):
    make_plain(slug="about", ready=("en",), overview=("mk",), headline_mk="План за отпуст", headline_en="Release plan")
    soup = BeautifulSoup(client.get("/mk/about/").content, "html.parser")
    assert soup.h1.get_text(strip=True) == "Release plan"
    assert "План за отпуст" in soup.select_one(".notice--accent").get_text()


def test_serbian_is_read_by_bosnian_readers_in_latin_script(client, site_root):
    make_plain(slug="about", ready=("sr",), headline_sr="План за отпуст")
    bosnian = BeautifulSoup(client.get("/bs/about/").content, "html.parser")
    assert (bosnian.h1["lang"], bosnian.h1.get_text(strip=True)) == ("sr-Latn", "Plan za otpust")
    macedonian = BeautifulSoup(client.get("/mk/about/").content, "html.parser")
    assert (macedonian.h1["lang"], macedonian.h1.get_text(strip=True)) == ("sr-Cyrl", "План за отпуст")
