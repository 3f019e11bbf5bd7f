"""What a focal point does in the admin: keep their beneficiary's page and institutions, hand in practices and news."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupPagePermission, WorkflowState

from portal.accounts.focal_points import focal_point_for, let_hand_in_below, let_keep
from portal.accounts.review import REVIEW
from portal.accounts.roles import EDITORS, focal_points
from portal.vocabulary.models import Institution
from portal.website.models import BeneficiaryPage, HighlightPage, NewsPage, PlainPage
from practices.models import GoodPractice
from tests.factories.pages import make_news, make_page, place_of
from tests.factories.site import remove_site_root
from tests.factories.starter import WORDS, load
from tests.factories.vocabulary import make_beneficiary

pytestmark = pytest.mark.django_db

ALBANIA = focal_points("AL")


@pytest.fixture
def own(site_root):
    """The page of Albania, and the lists, as the starter content leaves them."""
    page = make_page(BeneficiaryPage, headline_en="Albania")
    let_keep(page, "AL")
    for model in (GoodPractice, NewsPage):
        let_hand_in_below(place_of(model))
    return page


@pytest.fixture
def focal_point(own, person, client):
    user = person("focal.point@example.org", ALBANIA)
    client.force_login(user)
    return user


def institutions():
    return {
        code: Institution.objects.create(
            beneficiary=make_beneficiary(code), type="ministry_of_justice", name_en=f"Ministry of {code}"
        )
        for code in ("AL", "RS")
    }


def test_who_speaks_for_whom(site_root, person, django_assert_num_queries):
    user = person("one@example.org", ALBANIA)
    user.groups.add(*person("two@example.org", focal_points("XK")).groups.all())
    with django_assert_num_queries(1):
        assert focal_point_for(user) == {"AL", "XK"}
    assert focal_point_for(person("editor@example.org", EDITORS)) == frozenset()
    user.is_active = False
    assert focal_point_for(user) == frozenset()


def test_giving_a_permission_again_changes_nothing(own):
    def given():
        return set(GroupPagePermission.objects.values_list("page", "group", "permission"))

    before = given()
    let_keep(own, "AL")
    let_hand_in_below(place_of(NewsPage))
    assert given() == before
    with pytest.raises(KeyError):
        let_keep(own, "XX")


def test_the_starter_content_gives_each_beneficiarys_focal_points_their_places(db):
    remove_site_root()
    for _ in range(2):
        load(WORDS | {"home and lists", "pages of beneficiaries", "lists of resources"})
    group = Group.objects.get(name=ALBANIA)
    assert sorted(group.page_permissions.values_list("page__slug", "permission__codename")) == [
        ("albania", "change_page"),
        ("news", "add_page"),
        ("practices", "add_page"),
    ]


# Pages -----------------------------------------------------------------------------------------------------------


def test_keeps_the_page_of_their_beneficiary_and_no_other(own, focal_point, client, edit):
    serbia = make_page(BeneficiaryPage, headline_en="Serbia", beneficiary=make_beneficiary("RS"))
    assert client.get(reverse("wagtailadmin_pages:edit", args=[serbia.pk])).status_code == 404
    edit(own, headline_en="Albania today", button="action-publish")
    assert BeneficiaryPage.objects.get(pk=own.pk).headline_en == "Albania"
    edit(own, button="action-submit")
    assert WorkflowState.objects.get().workflow.name == REVIEW


@pytest.mark.parametrize("model", [GoodPractice, NewsPage])
def test_adds_drafts(focal_point, add, model):
    add(model, place_of(model), language="en", headline_en="From Albania", summary_en="In short.")
    page = model.objects.get(headline_en="From Albania")
    assert (page.live, page.owner) == (False, focal_point)


@pytest.mark.parametrize("model", [GoodPractice, NewsPage])
def test_hands_in_a_draft_of_theirs_for_an_editor_to_publish(focal_point, person, client, edit, model):
    page = make_page(model, live=False, owner=focal_point, headline_en="From Albania")
    edit(page, button="action-submit")
    state = WorkflowState.objects.get()
    assert (state.object_id, state.workflow.name) == (str(page.pk), REVIEW)

    client.force_login(person("editor@example.org", EDITORS))
    task_state = state.current_task_state
    client.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task_state.pk]), {"comment": ""}
    )
    assert model.objects.get(pk=page.pk).live


@pytest.mark.parametrize("model", [GoodPractice, NewsPage])
def test_publishes_nothing(focal_point, client, add, edit, model):
    add(model, place_of(model), language="en", button="action-publish", headline_en="Own", summary_en="In short.")
    page = model.objects.get(headline_en="Own")
    assert not page.live
    edit(page, headline_en="Own again", button="action-publish")
    page.refresh_from_db()
    assert not page.live
    assert page.get_latest_revision().as_object().headline_en == "Own again"


def test_leaves_alone_what_is_of_others(focal_point, client):
    foreign = make_news(headline_en="Of somebody else")
    address = reverse("wagtailadmin_pages:edit", args=[foreign.pk])
    assert client.get(address).status_code == 404
    client.post(reverse("wagtailadmin_pages:delete", args=[foreign.pk]))
    client.post(reverse("wagtailadmin_pages:unpublish", args=[foreign.pk]))
    assert NewsPage.objects.get(pk=foreign.pk).live


@pytest.mark.parametrize("model", [HighlightPage, PlainPage, BeneficiaryPage])
def test_adds_nothing_else(focal_point, client, model):
    address = reverse(
        "wagtailadmin_pages:add", args=(model._meta.app_label, model._meta.model_name, place_of(model).pk)
    )
    # The home page and the list of beneficiaries are on their way; the highlights are not there for them.
    assert client.get(address).status_code == (404 if model is HighlightPage else 302)


def test_finds_the_lists_in_the_admin(focal_point, client):
    lists = [place_of(GoodPractice), place_of(NewsPage)]
    assert [client.get(reverse("wagtailadmin_explore", args=[page.pk])).status_code for page in lists] == [200, 200]


def test_finds_their_own_pages_there_and_no_others(focal_point, client):
    make_news(owner=focal_point, live=False, headline_en="Ours")
    make_news(headline_en="Theirs")
    listed = client.get(reverse("wagtailadmin_explore", args=[place_of(NewsPage).pk])).content.decode()
    assert [word in listed for word in ("Ours", "Theirs")] == [True, False]


# Institutions ----------------------------------------------------------------------------------------------------


def institution_form(institution, **changes):
    return {
        "beneficiary": institution.beneficiary_id,
        "type": institution.type,
        "name_en": institution.name_en,
        **changes,
    }


def edit_address(institution):
    return reverse("wagtailsnippets_vocabulary_institution:edit", args=[institution.pk])


def test_sees_and_changes_the_institutions_of_their_beneficiary_only(focal_point, client):
    both = institutions()
    listed = client.get(reverse("wagtailsnippets_vocabulary_institution:list")).content.decode()
    assert [name in listed for name in ("Ministry of AL", "Ministry of RS")] == [True, False]

    for institution in both.values():
        client.post(edit_address(institution), institution_form(institution, name_en="Renamed"))
    assert sorted(Institution.objects.values_list("name_en", flat=True)) == ["Ministry of RS", "Renamed"]
    assert client.get(edit_address(both["RS"])).status_code == 302


def test_adds_institutions_to_their_beneficiary_only(focal_point, client):
    both = institutions()
    address = reverse("wagtailsnippets_vocabulary_institution:add")
    for institution in both.values():
        client.post(address, institution_form(institution, name_en="New"))
    assert [new.beneficiary.code for new in Institution.objects.filter(name_en="New")] == ["AL"]
    client.post(edit_address(both["AL"]), institution_form(both["AL"], beneficiary=both["RS"].beneficiary_id))
    both["AL"].refresh_from_db()
    assert both["AL"].beneficiary.code == "AL"


def test_deletes_no_institution(focal_point, client):
    both = institutions()
    client.post(reverse("wagtailsnippets_vocabulary_institution:delete", args=[both["AL"].pk]))
    client.post(
        reverse("wagtail_bulk_action", args=["vocabulary", "institution", "delete"])
        + f"?id={both['AL'].pk}&next=/admin/"
    )
    assert Institution.objects.count() == 2


def test_an_editor_keeps_all_institutions(own, person, client):
    both = institutions()
    client.force_login(person(role=EDITORS))
    for institution in both.values():
        client.post(edit_address(institution), institution_form(institution, name_en="Renamed"))
    assert list(Institution.objects.values_list("name_en", flat=True)) == ["Renamed", "Renamed"]


@pytest.mark.parametrize("number", [1, 3])
def test_their_list_costs_the_same_for_one_and_for_three(focal_point, client, number, django_assert_num_queries):
    for index in range(number):
        Institution.objects.create(beneficiary=make_beneficiary("AL"), type="other", name_en=f"Office {index}")
    address = reverse("wagtailsnippets_vocabulary_institution:list")
    client.get(address)
    with django_assert_num_queries(14):
        client.get(address)
