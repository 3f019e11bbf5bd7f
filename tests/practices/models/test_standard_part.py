"""Parts of standards: their addresses, and where they may lie."""

import pytest
from django.core.exceptions import ValidationError

from practices.models import Standard, StandardPart
from practices.models.standard_part import anchor_for
from tests.factories.pages import make_page

pytestmark = pytest.mark.usefixtures("site_root")


@pytest.mark.parametrize(
    ("number", "anchor"),
    [
        ("Rule 51", "rule-51"),
        ("Rule 103.2", "rule-103-2"),
        ("Rules 1-9", "rules-1-9"),
        ("Part II", "part-ii"),
        ("Rule 16A", "rule-16a"),
        ("Good Practice 12", "good-practice-12"),
    ],
)
def test_the_address_follows_the_number(number, anchor):
    assert anchor_for(number) == anchor


@pytest.fixture
def standard():
    return make_page(Standard)


@pytest.fixture
def rule(standard):
    return StandardPart.objects.create(standard=standard, number="Rule 1", heading_en="Respect")


def errors_of(part):
    with pytest.raises(ValidationError) as refused:
        part.full_clean()
    return refused.value.message_dict


def test_two_parts_cannot_have_one_address(standard, rule):
    part = StandardPart(standard=standard, number="Rule-1", heading_en="Another")
    assert errors_of(part)["number"] == ["This standard already has a part with this number."]


def test_another_standard_may_have_the_same_number(rule):
    StandardPart(standard=make_page(Standard), number="Rule 1", heading_en="Another").full_clean()


def test_a_number_needs_something_to_be_addressed_by(standard):
    part = StandardPart(standard=standard, number="§", heading_en="Another")
    assert errors_of(part) == {"number": ["The number needs a letter from a to z or a digit."]}


def test_a_part_lies_within_its_own_standard(rule):
    part = StandardPart(standard=make_page(Standard), number="Rule 2", heading_en="Another", parent=rule)
    assert errors_of(part) == {"parent": ["A part lies within a part of the same standard."]}


def test_a_part_cannot_lie_within_itself(standard, rule):
    inner = StandardPart.objects.create(standard=standard, number="Rule 1.1", heading_en="Inner", parent=rule)
    rule.parent = inner
    assert errors_of(rule) == {"parent": ["A part cannot lie within itself."]}
