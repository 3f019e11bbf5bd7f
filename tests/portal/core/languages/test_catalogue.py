"""The languages as data: the codes others rely on, chains that end, and the mark that the script exit acts on."""

import pytest

from portal.core.languages.catalogue import (
    BY_CODE,
    CONTENT_CODES,
    LANGUAGES,
    content_language,
    get_language,
    html_lang_for_reader,
)


def test_seven_renderings_of_six_content_languages():
    assert [language.code for language in LANGUAGES] == ["en", "sq", "bs", "cnr", "mk", "sr", "sr-latn"]
    assert CONTENT_CODES == ("en", "sq", "bs", "cnr", "mk", "sr")
    assert {language.content_code for language in LANGUAGES} == set(CONTENT_CODES)


def test_hreflang_names_language_and_script():
    assert [language.html_lang for language in LANGUAGES] == ["en", "sq", "bs", "cnr", "mk", "sr-Cyrl", "sr-Latn"]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_chain_reaches_every_other_language_once(language):
    assert sorted((language.content_code, *language.fallbacks)) == sorted(CONTENT_CODES)


def test_the_nearest_language_comes_first():
    assert {language.code: language.fallbacks[:3] for language in LANGUAGES} == {
        "en": ("sr", "bs", "cnr"),
        "sq": ("en", "bs", "cnr"),
        "bs": ("cnr", "sr", "en"),
        "cnr": ("bs", "sr", "en"),
        "mk": ("sr", "en", "bs"),
        "sr": ("cnr", "bs", "en"),
        "sr-latn": ("cnr", "bs", "en"),
    }


def test_django_offers_the_same_languages_in_the_same_order(settings):
    assert [(language.code, language.native_name) for language in LANGUAGES] == settings.LANGUAGES
    assert settings.MODELTRANSLATION_LANGUAGES == CONTENT_CODES


@pytest.mark.parametrize(
    ("given", "code"),
    [("sr_Latn", "sr-latn"), ("SR-LATN", "sr-latn"), ("cnr", "cnr"), ("hr", "en"), ("", "en"), (None, "en")],
)
def test_a_rendering_is_found_however_its_code_is_written(given, code):
    assert get_language(given).code == code


def test_a_content_language_is_a_rendering_in_its_own_script():
    assert [content_language(code).code for code in CONTENT_CODES] == list(CONTENT_CODES)
    with pytest.raises(KeyError):
        content_language("sr-latn")


def test_serbian_text_is_marked_latin_only_for_those_whose_language_it_can_be_read_in():
    marks = {language.code: html_lang_for_reader("sr", language) for language in LANGUAGES}
    assert marks == {
        "en": "sr-Cyrl",
        "sq": "sr-Cyrl",
        "bs": "sr-Latn",
        "cnr": "sr-Latn",
        "mk": "sr-Cyrl",
        "sr": "sr-Cyrl",
        "sr-latn": "sr-Latn",
    }
    assert html_lang_for_reader("sq", BY_CODE["sr-latn"]) == "sq"
