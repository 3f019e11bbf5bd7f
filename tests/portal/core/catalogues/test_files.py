"""Catalogues: kept in step with the source, checked, compiled, and written in Latin for sr-latn."""

import gettext

import polib
import pytest

from portal.core.catalogues.extract import Message
from portal.core.catalogues.files import WRITTEN, compile_all, po_path, problems, update

MESSAGES = {
    Message("Library"): {"search/a.py"},
    Message("%(count)s page", plural="%(count)s pages"): {"search/a.py"},
    Message("Written by %(name)s"): {"portal/b.html"},
    Message("May", context="month"): {"portal/b.html"},
}


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Catalogues of this test alone."""
    settings.LOCALE_PATHS = [tmp_path]
    return tmp_path


def translate(code, **texts):
    """Fills in a catalogue; what is not given is translated by "x"."""
    catalogue = polib.pofile(str(po_path(code)))
    for entry in catalogue:
        text = texts.get(entry.msgid.split()[0], entry.msgid)
        if entry.msgid_plural:
            entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, text)
        else:
            entry.msgstr = text
    catalogue.save()


def texts(code):
    return {(entry.msgctxt or "", entry.msgid): entry.msgstr for entry in polib.pofile(str(po_path(code)))}


def test_new_texts_come_in_and_old_translations_stay():
    assert update("sq", {Message("Library"): {"a.py"}}) == (1, 0)
    translate("sq", Library="Biblioteka")
    assert update("sq", MESSAGES) == (3, 0)
    assert texts("sq")["", "Library"] == "Biblioteka"
    assert texts("sq")["month", "May"] == ""


def test_texts_that_are_gone_go():
    update("sq", MESSAGES)
    assert update("sq", {Message("Library"): {"a.py"}}) == (0, 3)
    assert list(texts("sq")) == [("", "Library")]


@pytest.mark.parametrize(("code", "forms"), [("sq", 2), ("bs", 3), ("cnr", 3), ("mk", 2), ("sr", 3)])
def test_a_plural_has_as_many_forms_as_the_language(code, forms):
    update(code, MESSAGES)
    (entry,) = [entry for entry in polib.pofile(str(po_path(code))) if entry.msgid_plural]
    assert sorted(entry.msgstr_plural) == list(range(forms))


def test_the_same_catalogue_is_written_again():
    update("mk", MESSAGES)
    first = po_path("mk").read_bytes()
    update("mk", MESSAGES)
    assert po_path("mk").read_bytes() == first


def test_a_complete_catalogue_has_no_problems():
    update("sq", MESSAGES)
    translate("sq")
    assert problems("sq", MESSAGES) == []


def test_problems_are_named():
    assert problems("sq", MESSAGES) == ["sq: there is no catalogue"]
    update("sq", {**MESSAGES, Message("Left over"): {"x.py"}})
    translate("sq", Written="Pa emër", May="")
    assert problems("sq", {**MESSAGES, Message("Brand new"): {"y.py"}}) == [
        "sq: placeholder ['%(name)s'] lost: 'Written by %(name)s'",
        "sq: not translated: 'May' (portal/b.html)",
        "sq: not in the catalogue: 'Brand new' (y.py)",
        "sq: no longer used: 'Left over'",
    ]


def test_the_number_of_a_plural_may_be_written_out():
    update("sq", MESSAGES)
    translate("sq", **{"%(count)s": "një faqe"})
    assert problems("sq", MESSAGES) == []


def test_compiled_once_and_again_when_changed(folder):
    for code in WRITTEN:
        update(code, MESSAGES)
        translate(code)
    translate("sr", Library="Библиотека", Written="Написао %(name)s")
    assert compile_all() == [*WRITTEN, "sr_Latn"]
    assert compile_all() == []
    latin = gettext.translation("django", folder, ["sr_Latn"])
    assert latin.gettext("Library") == "Biblioteka"
    assert latin.gettext("Written by %(name)s") == "Napisao %(name)s"
    assert latin.pgettext("month", "May") == "May"


def test_montenegrin_borrows_what_only_django_says(folder):
    update("cnr", MESSAGES)
    translate("cnr", Library="Biblioteka")
    compile_all()
    montenegrin = gettext.translation("django", folder, ["cnr"])
    assert montenegrin.gettext("Library") == "Biblioteka"
    assert montenegrin.gettext("January") == "januar"
    assert montenegrin.gettext("This field is required.") == "Ovo polje se mora popuniti."
