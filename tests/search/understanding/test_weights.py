"""What languages are worth to a reader."""

import pytest

from portal.core.languages.catalogue import LANGUAGES, get_language
from search.analysis.language_groups import GROUP_CODES
from search.understanding.weights import reader_weights, word_weights


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_group_has_a_weight_and_the_readers_own_the_highest(language):
    weights = reader_weights(language)
    assert set(weights) == set(GROUP_CODES)
    assert max(weights.values()) == next(iter(weights.values())) == 1.0


def test_near_languages_come_before_far_ones():
    assert list(reader_weights(get_language("mk"))) == ["mk", "hbs", "en", "sq"]
    assert list(reader_weights(get_language("sr-latn"))) == ["hbs", "en", "mk", "sq"]


def test_the_language_of_the_words_counts_most():
    weights = word_weights(reader_weights(get_language("en")), {"sq": 0.9, "en": 0.1})
    assert max(weights, key=weights.__getitem__) == "sq"
