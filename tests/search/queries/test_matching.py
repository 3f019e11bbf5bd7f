"""From words as typed to a question."""

import pytest

from portal.core.languages.catalogue import LANGUAGES, get_language
from search.analysis.language_groups import GROUP_CODES
from search.queries.matching import MAX_WORDS, group_weights, query_words, required_words


def test_words_are_folded_and_taken_once():
    assert query_words("Затвор, zatvor! PLAN") == ("zatvor", "plan")


def test_no_more_words_than_make_sense():
    assert len(query_words(" ".join(f"w{number}" for number in range(100)))) == MAX_WORDS


@pytest.mark.parametrize(("number", "required"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (20, 14)])
def test_how_many_must_be_found(number, required):
    assert required_words(number) == required


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_group_has_a_weight_and_the_readers_own_the_highest(language):
    weights = group_weights(language)
    assert set(weights) == set(GROUP_CODES)
    assert max(weights.values()) == next(iter(weights.values())) == 1.0


def test_near_languages_come_before_far_ones():
    assert list(group_weights(get_language("mk"))) == ["mk", "hbs", "en", "sq"]
    assert list(group_weights(get_language("sr-latn"))) == ["hbs", "en", "mk", "sq"]
