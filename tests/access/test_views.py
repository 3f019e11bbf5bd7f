"""Every address, every role."""

from datetime import date

import pytest
from django.urls import get_resolver
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Site, get_page_models

from portal.vocabulary.models import Concept, Institution
from portal.vocabulary.models.taxonomy import FacetCode
from search.following.saved_search import Frequency
from search.offline_pack.pack import OfflinePack
from tests.access.admin_table import ADMIN_VIEWS
from tests.access.table import VIEWS, Row, routes
from tests.access.test_pages import CLOSED_SPACE, COMPARISON, SUBPAGES
from tests.factories.certificates import make_certificate
from tests.factories.meetings import meetings_to_ask_for
from tests.factories.members import make_application, make_member
from tests.factories.network import make_precondition
from tests.factories.participant_lists import make_list
from tests.factories.people import make_user
from tests.factories.profiles import make_listed
from tests.factories.searches import make_saved_search
from tests.factories.trainings import make_form, make_material, make_question, make_session, make_training
from tests.factories.vocabulary import make_beneficiary, make_term
from trainings.models import Certificate, CertificateRun

pytestmark = pytest.mark.django_db


def test_every_address_has_its_row():
    written = {row.route for row in (*VIEWS, *ADMIN_VIEWS)}
    assert set(routes(get_resolver())) == written


def test_every_address_below_a_page_has_its_row():
    found = {
        (model._meta.label_lower, pattern.name)
        for model in get_page_models()
        if issubclass(model, RoutablePageMixin)
        for pattern in model.get_subpage_urls()
        if pattern.name not in {"index_route", "page", "", None}
    }
    closed = {("network.workinggrouppage", name) for name in CLOSED_SPACE}
    closed |= {("practices.standard", name) for name in COMPARISON}
    assert found == set(SUBPAGES) | closed


def answers(rows: tuple[Row, ...], visitors, **filled):
    """What each role gets at each address, and what the table says."""
    found, expected = {}, {}
    for row in rows:
        address = row.address.format(**filled)
        for role, client in visitors.items():
            answer = client.get(address)
            # Read to its end: a file stays open until then.
            b"".join(answer)
            found[address, role] = answer.status_code
            expected[address, role] = row.expected[role]
    return found, expected


def wrong(found, expected):
    return {key: (status, expected[key]) for key, status in found.items() if status != expected[key]}


def test_views(visitors):
    Concept.objects.create(identifier="prison", label_en="prison")
    make_term(FacetCode.STAGE, "release")
    make_precondition("database")
    for code in ("AL", "RS"):
        make_beneficiary(code)
    saved = make_saved_search(make_user(), "q=prison", frequency=Frequency.NONE)
    pack = OfflinePack.objects.create(user=make_user())
    session = make_session(date(2030, 5, 1))
    training = make_training(start=session.day, end=session.day, sessions=[session])
    certificate = make_certificate()
    # Of the same training, whose trainers none of the visitors is.
    Certificate.objects.update(training=training)
    CertificateRun.objects.create(training=training)
    office = Institution.objects.create(beneficiary=make_beneficiary("AL"), type="other", name_en="Office")
    filled = {
        "saved": saved.pk,
        "pack": pack.key,
        "application": make_application("AL").pk,
        "other_application": make_application("MK", email="other@example.org").pk,
        "member": make_member(beneficiary="AL").pk,
        "other_member": make_member(beneficiary="MK").pk,
        "institution": office.pk,
        "person": make_listed().profile.key,
        "training": training.pk,
        "course": training.get_parent().pk,
        "session": session.pk,
        "question": make_question(make_form(training)).pk,
        "material": make_material(training, when="during").pk,
        "list": make_list(training, ["Ana", "ana@example.org"], user=make_user(), chosen=[2]).pk,
        "certificate": certificate.pk,
        "certificate_code": certificate.code,
        **meetings_to_ask_for(),
    }
    assert wrong(*answers(VIEWS, visitors, **filled)) == {}


def test_places_in_the_admin(visitors, site_root):
    site = Site.objects.get(is_default_site=True)
    assert wrong(*answers(ADMIN_VIEWS, visitors, home=site_root.pk, site=site.pk)) == {}


def test_nobody_is_sent_out_of_the_site(visitors):
    """Where a redirect leads: to a form of ours or home, never to another host."""
    targets = {
        client.get(row.address + "?next=//evil.example/").headers.get("Location", "/")
        for row in VIEWS
        for client in (visitors["anonymous"], visitors["editor"])
    }
    assert {target for target in targets if not target.startswith("/") or target.startswith("//")} == set()
