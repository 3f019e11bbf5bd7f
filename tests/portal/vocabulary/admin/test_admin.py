"""Editors keep the vocabulary in Wagtail's admin."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import Page

from portal.vocabulary.models import Beneficiary, Concept, Facet, Institution, Term
from practices.models import GoodPractice

pytestmark = pytest.mark.django_db

CONTENT = ("en", "sq", "bs", "cnr", "mk", "sr")


@pytest.fixture
def admin(client):
    user = get_user_model().objects.create_superuser(email="editor@example.org", password="not-a-real-password")
    client.force_login(user)
    return client


@pytest.fixture
def stage():
    return Facet.objects.create(code="stage", label_en="Stage", position=1)


@pytest.fixture
def terms(stage):
    return [
        Term.objects.create(facet=stage, code=code, label_en=code.title(), review_languages=flags)
        for code, flags in (("custody", "sq"), ("release", ""), ("support", "sq mk"))
    ]


def address(model, name, *args):
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


def use_in_a_draft(term):
    page = GoodPractice(title="Practice", headline_en="Practice", slug="practice", live=False)
    Page.objects.get(depth=1).add_child(instance=page)
    page.stages = [term]
    page.save()
    return page


def said(response):
    return [str(message).strip() for message in get_messages(response.wsgi_request)]


@pytest.mark.parametrize("model", [Beneficiary, Institution, Facet, Term, Concept])
def test_every_list_opens(admin, model):
    response = admin.get(address(model, "list"))
    assert response.status_code == 200


@pytest.mark.parametrize("model", [Beneficiary, Institution, Term, Concept])
def test_every_form_opens(admin, model):
    assert admin.get(address(model, "add")).status_code == 200


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("", ["custody", "release", "support"]),
        ("q=rele", ["release"]),
        ("review=any", ["custody", "support"]),
        ("review=mk", ["support"]),
        ("facet=0", ["custody", "release", "support"]),
    ],
)
def test_terms_are_searched_and_filtered(admin, terms, query, codes):
    response = admin.get(f"{address(Term, 'list')}?{query}")
    assert sorted(term.code for term in response.context["object_list"]) == codes


def test_languages_to_be_reviewed_are_badges(admin, terms):
    html = admin.get(address(Term, "list")).content.decode()
    assert html.count('<span class="w-status" title="To be reviewed">sq</span>') == 2
    assert html.count('<span class="w-status" title="To be reviewed">mk</span>') == 1


def posted(**given):
    return {"code": "custody", "position": "1", **{f"label_{code}": "" for code in CONTENT}, **given}


def test_review_flags_are_ticks(admin, stage, terms):
    url = address(Term, "edit", terms[2].pk)
    html = admin.get(url).content.decode()
    assert html.count('name="review_languages"') == 6
    ticked = [line for line in html.split("<input") if 'name="review_languages"' in line and "checked" in line]
    assert [code for line in ticked for code in CONTENT if f'value="{code}"' in line] == ["sq", "mk"]

    response = admin.post(url, posted(facet=stage.pk, label_en="Support", review_languages=["sr", "bs"]))
    assert response.status_code == 302
    terms[2].refresh_from_db()
    assert terms[2].review_languages == "bs sr"
    assert terms[2].languages_to_review == ("bs", "sr")


def test_english_is_needed(admin, stage):
    response = admin.post(address(Term, "add"), posted(facet=stage.pk, label_sq="paraburgim"))
    assert response.context["form"].errors == {"label_en": ["This field is required."]}
    assert Term.objects.count() == 0


def test_a_code_and_its_facet_are_written_once(admin, stage, terms):
    other = Facet.objects.create(code="agency", label_en="Agency")
    admin.post(address(Term, "edit", terms[0].pk), posted(facet=other.pk, code="renamed", label_en="In custody"))
    terms[0].refresh_from_db()
    assert (terms[0].facet, terms[0].code, terms[0].label_en) == (stage, "custody", "In custody")


def test_the_form_says_where_a_word_is_used(admin, terms):
    use_in_a_draft(terms[0])
    assert "1 good practice" in admin.get(address(Term, "edit", terms[0].pk)).content.decode()
    assert "Not used anywhere." in admin.get(address(Term, "edit", terms[1].pk)).content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_deleting_a_word_in_use_is_refused_with_the_reason(admin, terms, method):
    page = use_in_a_draft(terms[0])
    response = getattr(admin, method)(address(Term, "delete", terms[0].pk))
    assert (response.status_code, response.url) == (302, address(Term, "list"))
    assert said(response) == [
        "“Custody” is used in 1 place and stays: 1 good practice.",
        "Nothing was deleted. Take the word off those pages first, or leave it.",
    ]
    assert Term.objects.count() == 3
    assert list(GoodPractice.objects.get(pk=page.pk).stages.all()) == [terms[0]]


@pytest.mark.parametrize("method", ["get", "post"])
def test_deleting_several_is_refused_when_one_is_in_use(admin, terms, method):
    use_in_a_draft(terms[0])
    bulk = reverse("wagtail_bulk_action", args=["vocabulary", "term", "delete"])
    response = getattr(admin, method)(f"{bulk}?{'&'.join(f'id={term.pk}' for term in terms)}")
    assert response.status_code == 302
    assert said(response)[0] == "“Custody” is used in 1 place and stays: 1 good practice."
    assert Term.objects.count() == 3


def test_words_that_nothing_uses_are_deleted_one_by_one_and_together(admin, terms):
    assert admin.get(address(Term, "delete", terms[0].pk)).status_code == 200
    admin.post(address(Term, "delete", terms[0].pk))
    assert Term.objects.count() == 2
    bulk = reverse("wagtail_bulk_action", args=["vocabulary", "term", "delete"])
    admin.post(f"{bulk}?id={terms[1].pk}&id={terms[2].pk}")
    assert Term.objects.count() == 0


def test_many_refusals_are_counted(admin):
    above = [Concept.objects.create(identifier=f"a{number}", label_en=f"A{number}") for number in range(7)]
    for concept in above:
        Concept.objects.create(identifier=f"below-{concept.identifier}", label_en="Below", broader=concept)
    bulk = reverse("wagtail_bulk_action", args=["vocabulary", "concept", "delete"])
    response = admin.post(f"{bulk}?{'&'.join(f'id={concept.pk}' for concept in above)}")
    assert len(said(response)) == 7
    assert said(response)[5] == "2 more are in use."


def test_facets_are_neither_added_nor_deleted(admin, stage):
    assert admin.get(address(Facet, "add")).status_code == 302
    assert admin.post(address(Facet, "delete", stage.pk)).status_code == 302
    assert Facet.objects.count() == 1
    response = admin.post(
        address(Facet, "edit", stage.pk), posted(code="stage", position="2", label_en="Stages", label_sq="Fazat")
    )
    assert response.status_code == 302
    stage.refresh_from_db()
    assert (stage.label_en, stage.label_sq, stage.position) == ("Stages", "Fazat", 2)


def test_a_concept_is_not_related_to_itself(admin):
    concept = Concept.objects.create(identifier="prison", label_en="prison")
    data = {f"{field}_{code}": "" for field in ("label", "alternative_labels", "note") for code in CONTENT}
    response = admin.post(address(Concept, "edit", concept.pk), {**data, "label_en": "prison", "related": [concept.pk]})
    assert list(response.context["form"].errors) == ["related"]


def test_who_may_only_change_words_may_not_delete_them(client, terms):
    user = get_user_model().objects.create_user(email="translator@example.org", password="not-a-real-password")
    group = Group.objects.create(name="Label keepers")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", "change_term", "view_term"]))
    user.groups.add(group)
    client.force_login(user)
    assert client.get(address(Term, "edit", terms[0].pk)).status_code == 200
    client.post(address(Term, "delete", terms[0].pk))
    assert client.get(address(Concept, "list")).status_code == 302
    assert Term.objects.count() == 3
