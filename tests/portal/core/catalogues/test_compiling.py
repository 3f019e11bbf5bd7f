"""Catalogues are compiled when they have changed, for sr-latn in Latin script, for Montenegrin with what it lacks."""

import gettext

import pytest

from portal.core.catalogues.compiling import compile_all
from portal.core.catalogues.extract import Message
from portal.core.catalogues.files import WRITTEN, Catalogue, update
from tests.portal.core.catalogues.filling_in import translate

OURS = {Message("Library"): {"a.py"}, Message("Written by %(name)s"): {"b.html"}, Message("January"): {"c.py"}}
OF_OTHERS = {Message("Publish"): {"wagtail/d.py"}, Message("February"): {"wagtail/e.py"}}


@pytest.fixture
def catalogues(tmp_path):
    return (
        Catalogue(tmp_path / "ours", "django", lambda: OURS),
        Catalogue(tmp_path / "others", "django", lambda: OF_OTHERS),
        Catalogue(tmp_path / "others", "djangojs", lambda: OF_OTHERS),
    )


def test_compiled_once_and_again_when_changed(catalogues):
    for catalogue in catalogues:
        for code in WRITTEN:
            update(catalogue, code, catalogue.find_texts())
            translate(catalogue, code)
    translate(catalogues[0], "sr", Library="Библиотека", Written="Написао %(name)s")
    assert compile_all(catalogues) == [*WRITTEN, "sr_Latn"]
    assert compile_all(catalogues) == []
    latin = gettext.translation("django", catalogues[0].folder, ["sr_Latn"])
    assert latin.gettext("Library") == "Biblioteka"
    assert latin.gettext("Written by %(name)s") == "Napisao %(name)s"


def test_texts_of_scripts_are_compiled_for_themselves(catalogues):
    update(catalogues[2], "sr", OF_OTHERS)
    translate(catalogues[2], "sr", Publish="Објави")
    compile_all(catalogues)
    assert gettext.translation("djangojs", catalogues[2].folder, ["sr"]).gettext("Publish") == "Објави"
    assert gettext.translation("djangojs", catalogues[2].folder, ["sr_Latn"]).gettext("Publish") == "Objavi"


def test_montenegrin_borrows_what_only_django_says_behind_our_own_texts(catalogues):
    ours, of_others, _scripts = catalogues
    for catalogue in (ours, of_others):
        update(catalogue, "cnr", catalogue.find_texts())
        translate(catalogue, "cnr", January="naš januar", February="naš februar", Publish="Objavi")
    compile_all(catalogues)
    first = gettext.translation("django", ours.folder, ["cnr"])
    second = gettext.translation("django", of_others.folder, ["cnr"])
    assert first.gettext("January") == "naš januar"
    assert first.gettext("This field is required.") == "This field is required."
    assert second.gettext("February") == "naš februar"
    assert second.gettext("Publish") == "Objavi"
    assert second.gettext("This field is required.") == "Ovo polje se mora popuniti."
