"""Title and slug come from the headline."""

import pytest

from portal.core.pages.naming import derive_slug, derive_title, slug_text
from portal.website.models import PlainPage
from tests.factories.pages import make_plain

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("European Prison Rules (revised 2020)", "european-prison-rules"),
        ("Kosovo*", "kosovo"),
        ("Џуниор и љубав", "dzhunior-i-ljubav"),
        ("Përgatitja për lirim", "pergatitja-per-lirim"),
        ("Đorđe šalje žabu", "dorde-salje-zabu"),
        ("(2020)", "2020"),
        ("***", "untitled"),
        ("", "untitled"),
    ],
)
def test_a_slug_is_ascii_without_brackets_and_asterisks(text, slug):
    assert slug_text(text) == slug


def test_a_long_slug_ends_with_a_whole_word():
    slug = slug_text("preparation " * 30)
    assert len(slug) <= 80
    assert set(slug.split("-")) == {"preparation"}


def test_the_title_is_the_headline_in_the_source_language():
    page = PlainPage(source_language="sq", headline_en="Plan", headline_sq=" Plani ")
    assert derive_title(page) == "Plani"


def test_without_one_the_first_headline_there_is():
    page = PlainPage(source_language="sq", headline_sr="План", headline_mk="  ")
    assert derive_title(page) == "План"
    assert derive_title(PlainPage()) == ""


def test_siblings_get_different_slugs_and_keep_them(site_root):
    first = make_plain(headline_en="The plan")
    second = make_plain(headline_en="The plan")
    assert (first.slug, second.slug) == ("the-plan", "the-plan-2")
    first.headline_en = "Another plan"
    first.save()
    assert (first.slug, first.title) == ("the-plan", "Another plan")
    assert derive_slug(first) == "another-plan"
