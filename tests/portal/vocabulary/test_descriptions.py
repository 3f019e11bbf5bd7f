"""What terms mean: a sentence and the rest, in the reader's language or the nearest one."""

import pytest
from django.utils import translation

from portal.vocabulary.descriptions import descriptions_of
from portal.vocabulary.models.taxonomy import FacetCode
from tests.factories.vocabulary import make_term

pytestmark = pytest.mark.django_db


def described(code):
    with translation.override(code):
        found = descriptions_of(FacetCode.STAGE)
    return {key: (one.sentence, one.rest, one.html_lang) for key, one in found.items()}


def test_the_first_line_is_the_sentence_whatever_ends_lines():
    make_term(FacetCode.STAGE, "release", description_en="First.\r\nSecond.\n\nThird.")
    make_term(FacetCode.STAGE, "custody")
    make_term(FacetCode.AGENCY, "prison", description_en="Not a stage.")
    assert described("en") == {"release": ("First.", "Second. Third.", "")}


def test_another_language_is_marked():
    make_term(FacetCode.STAGE, "release", description_en="English.", description_sr="Српски.")
    assert described("sq") == {"release": ("English.", "", "en")}
    assert described("bs") == {"release": ("Српски.", "", "sr-Latn")}
    assert described("sr-latn") == {"release": ("Српски.", "", "")}


def test_one_query_for_all_stages(django_assert_num_queries):
    for number in range(3):
        make_term(FacetCode.STAGE, f"stage-{number}", description_en="A sentence.")
    with django_assert_num_queries(1):
        assert len(described("mk")) == 3
