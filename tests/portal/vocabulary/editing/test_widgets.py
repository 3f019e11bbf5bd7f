"""Beneficiaries in the forms of the admin: in the alphabetical order of the editor's language."""

import pytest
from django.utils import translation

from portal.vocabulary.models import Institution
from portal.website.models import NewsPage
from tests.factories.people import make_superuser
from tests.factories.vocabulary import make_beneficiary

pytestmark = pytest.mark.django_db

ENGLISH = ["Albania", "Kosovo*", "Serbia"]
#: `sh` is a letter of its own, after `s`.
ALBANIAN = ["Kosova*", "Serbia", "Shqipëria"]


@pytest.fixture(autouse=True)
def beneficiaries():
    for code, name in (("AL", "Shqipëria"), ("XK", "Kosova"), ("RS", "Serbia")):
        make_beneficiary(code, name_sq=name)


@pytest.mark.parametrize(("language", "names"), [("en", ENGLISH), ("sq", ALBANIAN)])
def test_ticks_of_a_page(language, names):
    with translation.override(language):
        form_class = NewsPage.get_edit_handler().get_form_class()
        form = form_class(instance=NewsPage(), for_user=make_superuser())
        assert [tick.data["label"] for tick in form["beneficiaries"].subwidgets] == names


@pytest.mark.parametrize(("language", "names"), [("en", ENGLISH), ("sq", ALBANIAN)])
def test_choice_of_an_institution(language, names):
    with translation.override(language):
        form_class = Institution.snippet_viewset.get_edit_handler().get_form_class()
        form = form_class(for_user=make_superuser())
        labels = [option.data["label"] for option in form["beneficiary"].subwidgets]
    assert (labels[1:], len(labels)) == (names, 4)
