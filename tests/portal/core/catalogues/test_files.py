"""Catalogues: kept in step with the source, and checked."""

import polib
import pytest

from portal.core.catalogues.extract import Message
from portal.core.catalogues.files import Catalogue, problems, update
from tests.portal.core.catalogues.filling_in import translate

MESSAGES = {
    Message("Library"): {"search/a.py"},
    Message("%(count)s page", plural="%(count)s pages"): {"search/a.py"},
    Message("Written by %(name)s"): {"portal/b.html"},
    Message("May", context="month"): {"portal/b.html"},
}


@pytest.fixture
def catalogue(tmp_path):
    return Catalogue(tmp_path, "django", lambda: MESSAGES)


def texts(catalogue, code):
    return {(entry.msgctxt or "", entry.msgid): entry.msgstr for entry in polib.pofile(str(catalogue.po_path(code)))}


def test_new_texts_come_in_and_old_translations_stay(catalogue):
    assert update(catalogue, "sq", {Message("Library"): {"a.py"}}) == (1, 0)
    translate(catalogue, "sq", Library="Biblioteka")
    assert update(catalogue, "sq", MESSAGES) == (3, 0)
    assert texts(catalogue, "sq")["", "Library"] == "Biblioteka"
    assert texts(catalogue, "sq")["month", "May"] == ""


def test_texts_that_are_gone_go(catalogue):
    update(catalogue, "sq", MESSAGES)
    assert update(catalogue, "sq", {Message("Library"): {"a.py"}}) == (0, 3)
    assert list(texts(catalogue, "sq")) == [("", "Library")]


@pytest.mark.parametrize(("code", "forms"), [("sq", 2), ("bs", 3), ("cnr", 3), ("mk", 2), ("sr", 3)])
def test_a_plural_has_as_many_forms_as_the_language(catalogue, code, forms):
    update(catalogue, code, MESSAGES)
    (entry,) = [entry for entry in polib.pofile(str(catalogue.po_path(code))) if entry.msgid_plural]
    assert sorted(entry.msgstr_plural) == list(range(forms))


def test_the_same_catalogue_is_written_again(catalogue):
    update(catalogue, "mk", MESSAGES)
    first = catalogue.po_path("mk").read_bytes()
    update(catalogue, "mk", MESSAGES)
    assert catalogue.po_path("mk").read_bytes() == first


def test_a_complete_catalogue_has_no_problems(catalogue):
    update(catalogue, "sq", MESSAGES)
    translate(catalogue, "sq")
    assert problems(catalogue, "sq", MESSAGES) == []


def test_problems_are_named(catalogue):
    assert problems(catalogue, "sq", MESSAGES) == ["sq: there is no catalogue"]
    update(catalogue, "sq", {**MESSAGES, Message("Left over"): {"x.py"}})
    translate(catalogue, "sq", Written="Pa emër", May="")
    assert problems(catalogue, "sq", {**MESSAGES, Message("Brand new"): {"y.py"}}) == [
        "sq: placeholder ['%(name)s'] lost: 'Written by %(name)s'",
        "sq: not translated: 'May' (portal/b.html)",
        "sq: not in the catalogue: 'Brand new' (y.py)",
        "sq: no longer used: 'Left over'",
    ]


def test_the_number_of_a_plural_may_be_written_out(catalogue):
    update(catalogue, "sq", MESSAGES)
    translate(catalogue, "sq", **{"%(count)s": "një faqe"})
    assert problems(catalogue, "sq", MESSAGES) == []


def test_a_placeholder_that_only_the_plural_has_may_be_written_out(catalogue):
    message = Message("One reader", plural="%(readers)d readers")
    update(catalogue, "sq", {message: {"a.py"}})
    translate(catalogue, "sq", One="një lexues")
    assert problems(catalogue, "sq", {message: {"a.py"}}) == []


def test_what_the_source_does_not_fill_in_may_not_be_asked(catalogue):
    update(catalogue, "sq", MESSAGES)
    translate(catalogue, "sq", Library="Biblioteka e %(owner)s")
    assert problems(catalogue, "sq", MESSAGES) == ["sq: placeholder ['%(owner)s'] not known: 'Library'"]
