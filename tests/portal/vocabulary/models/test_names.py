"""Names as the administration shows them."""

from portal.vocabulary.models import Beneficiary, Institution


def test_a_name_carries_the_status_mark_once():
    assert str(Beneficiary(name_en="Kosovo")) == "Kosovo*"
    assert str(Beneficiary(name_en="Albania")) == "Albania"
    assert str(Institution(name_en="Kosovo* Probation Service")) == "Kosovo* Probation Service"
