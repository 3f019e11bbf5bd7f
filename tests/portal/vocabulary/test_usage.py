"""A word in use cannot be deleted, whoever tries."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Page

from portal.vocabulary.models import Beneficiary, Concept, Facet, Institution, Term
from portal.vocabulary.models.institution import InstitutionType
from portal.vocabulary.usage import InUse, usages_of
from practices.models import GoodPractice, Standard

pytestmark = pytest.mark.django_db


@pytest.fixture
def stages():
    facet = Facet.objects.create(code="stage", label_en="Stage")
    return [Term.objects.create(facet=facet, code=code, label_en=code.title()) for code in ("custody", "release")]


@pytest.fixture
def root():
    return Page.objects.get(depth=1)


def make_page(model, root, headline, **fields):
    page = model(title=headline, headline_en=headline, slug=headline.lower(), live=False, **fields)
    root.add_child(instance=page)
    return page


def test_a_term_of_two_pages_says_where_it_is_used(root, stages):
    custody, release = stages
    for headline in ("One", "Two"):
        practice = make_page(GoodPractice, root, headline)
        practice.stages = [custody]
        practice.save()
    standard = make_page(Standard, root, "Rules")
    standard.stages = [custody, release]
    standard.save()

    with translation.override("en"), pytest.raises(InUse) as refusal:
        custody.delete()

    assert refusal.value.messages == ["“Custody” is used in 3 places and stays: 2 good practices, 1 standard."]
    assert Term.objects.filter(code="custody").exists()
    assert list(GoodPractice.objects.first().stages.all()) == [custody]


def test_deleting_several_deletes_none_when_one_is_in_use(root, stages):
    custody, release = stages
    practice = make_page(GoodPractice, root, "One")
    practice.stages = [custody]
    practice.save()

    with pytest.raises(InUse):
        Term.objects.filter(pk__in=[custody.pk, release.pk]).delete()

    assert Term.objects.count() == 2


def test_what_nothing_uses_is_deleted(stages):
    custody, release = stages
    custody.delete()
    Term.objects.filter(pk=release.pk).delete()
    assert Term.objects.count() == 0


def test_a_foreign_key_counts(root):
    facet = Facet.objects.create(code="evidence_level", label_en="Evidence")
    monitored = Term.objects.create(facet=facet, code="monitored", label_en="Monitored")
    make_page(GoodPractice, root, "One", evidence_level=monitored)
    with pytest.raises(InUse):
        monitored.delete()
    with translation.override("en"), pytest.raises(InUse) as refusal:
        facet.delete()
    assert str(refusal.value.messages[0]) == "“Evidence” is used in 1 place and stays: 1 term."


def test_the_drafts_of_pages_count(root, stages):
    custody, _release = stages
    practice = make_page(GoodPractice, root, "One")
    practice.stages = [custody]
    practice.save_revision()

    assert GoodPractice.objects.get(pk=practice.pk).stages.count() == 0
    with pytest.raises(InUse):
        custody.delete()


def test_a_beneficiary_with_an_institution_stays():
    beneficiary = Beneficiary.objects.create(code="ME", slug="montenegro", name_en="Montenegro")
    Institution.objects.create(beneficiary=beneficiary, type=InstitutionType.OTHER, name_en="Court")
    with pytest.raises(InUse):
        beneficiary.delete()


def test_a_concept_above_others_stays_and_a_related_one_does_not_hold_it():
    above = Concept.objects.create(identifier="a", label_en="A")
    below = Concept.objects.create(identifier="b", label_en="B", broader=above)
    related = Concept.objects.create(identifier="c", label_en="C")
    below.related.add(related)
    with pytest.raises(InUse):
        above.delete()
    related.delete()
    assert list(Concept.objects.values_list("identifier", flat=True)) == ["a", "b"]


def test_usage_of_many_words_takes_no_more_queries_than_of_one(root, stages):
    practice = make_page(GoodPractice, root, "One")
    practice.stages = stages
    practice.save()
    with CaptureQueriesContext(connection) as for_one:
        usages_of(stages[:1])
    with CaptureQueriesContext(connection) as for_two:
        found = usages_of(stages)
    assert len(for_two) == len(for_one)
    assert {pk: [str(usage) for usage in usages] for pk, usages in found.items()} == {
        term.pk: ["1 good practice"] for term in stages
    }


def test_broader_concepts_form_no_circle():
    above = Concept.objects.create(identifier="a", label_en="A")
    below = Concept.objects.create(identifier="b", label_en="B", broader=above)
    above.broader = below
    with pytest.raises(ValidationError) as refusal:
        above.full_clean()
    assert list(refusal.value.message_dict) == ["broader"]
    above.broader = above
    with pytest.raises(ValidationError):
        above.full_clean()
