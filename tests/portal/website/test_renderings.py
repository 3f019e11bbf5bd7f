"""The starter content as readers get it, in all seven renderings."""

import pytest
from django.utils import translation

from portal.core.languages.catalogue import LANGUAGES
from portal.core.scripts.serbian import to_latin
from portal.website.models import (
    BeneficiaryIndexPage,
    BeneficiaryPage,
    HighlightPage,
    HighlightsIndexPage,
    HomePage,
    KeyDocumentationPage,
    NewsIndexPage,
    NewsPage,
    PlainPage,
)

# Wagtail leaves the file of a rendition it makes to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")

MODELS = (
    HomePage,
    NewsIndexPage,
    HighlightsIndexPage,
    HighlightPage,
    BeneficiaryIndexPage,
    BeneficiaryPage,
    PlainPage,
    KeyDocumentationPage,
)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_page_shows_its_headline(started, visit, language):
    pages = [page for model in MODELS for page in model.objects.all()]
    pages += NewsPage.objects.exclude(slug="peer-visits-between-two-prison-teams")
    for page in pages:
        with translation.override(language.code):
            html = visit(page.get_url())
        headline = getattr(page, f"headline_{language.content_code}")
        assert html.h1.get_text(" ", strip=True) == (to_latin(headline) if language.code == "sr-latn" else headline)
        assert html.html["lang"] == language.html_lang
        assert html.find(class_="notice") is None


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_footnote_is_there_once_and_no_mention_has_two_marks(started, visit, language):
    html = visit(f"/{language.code}/beneficiaries/kosovo/")
    assert len(html.select("#status-note")) == 1
    assert "**" not in html.get_text()
