"""The beneficiaries stand in the alphabetical order of the reader's language, in all seven renderings."""

import pytest
from django.utils import translation

from portal.core.languages.catalogue import get_language
from portal.core.scripts.serbian import to_latin
from portal.core.starter.report import Report
from portal.vocabulary.classification import alphabetical
from portal.vocabulary.models import Beneficiary
from portal.vocabulary.starter import places

SERBIAN_ORDER = ["Албанија", "Босна и Херцеговина", "Косово", "Северна Македонија", "Србија", "Црна Гора"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("en", ["Albania", "Bosnia and Herzegovina", "Kosovo", "Montenegro", "North Macedonia", "Serbia"]),
        ("sq", ["Bosnja dhe Hercegovina", "Kosova", "Mali i Zi", "Maqedonia e Veriut", "Serbia", "Shqipëria"]),
        ("bs", ["Albanija", "Bosna i Hercegovina", "Crna Gora", "Kosovo", "Sjeverna Makedonija", "Srbija"]),
        ("cnr", ["Albanija", "Bosna i Hercegovina", "Crna Gora", "Kosovo", "Sjeverna Makedonija", "Srbija"]),
        ("mk", ["Албанија", "Босна и Херцеговина", "Косово", "Северна Македонија", "Србија", "Црна Гора"]),
        ("sr", SERBIAN_ORDER),
        ("sr-latn", ["Albanija", "Bosna i Hercegovina", "Crna Gora", "Kosovo", "Severna Makedonija", "Srbija"]),
    ],
)
def test_alphabetical(code, names):
    places(Report())
    with translation.override(code):
        shown = [beneficiary.name for beneficiary in alphabetical(Beneficiary.objects.all(), "name")]
    assert get_language(code).code == code
    assert [to_latin(name) if code == "sr-latn" else name for name in shown] == names
