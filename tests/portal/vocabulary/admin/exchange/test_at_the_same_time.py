"""Two people add the same concept at the same instant."""

import threading

import pytest
from django.db import connection, transaction
from django.db.models.signals import pre_save

from portal.accounts import roles
from portal.accounts.apps import complete_roles
from portal.vocabulary.models import Concept, ConceptImport
from tests.factories.people import make_user
from tests.factories.site import make_site_root
from tests.portal.vocabulary.admin.exchange.test_import import said, ticks, upload
from tests.portal.vocabulary.exchange.files import PREFIXES

FILE = PREFIXES + (
    'x:1 skos:prefLabel "open visit"@en, "отворена посета"@sr . x:2 skos:prefLabel "parole"@en, "uslovni otpust"@bs .'
)

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def test_whoever_is_second_is_told_and_loses_no_tick(client):
    make_site_root()
    complete_roles()
    client.force_login(make_user(roles.EDITORS))
    url = upload(client, FILE).url
    ticked = ticks(client, url, checked=False)
    has_looked, answers = threading.Event(), []

    def look(**signal):
        has_looked.set()

    def second():
        try:
            answers.append(client.post(url, {"change": ticked}))
        finally:
            connection.close()

    thread = threading.Thread(target=second)
    with transaction.atomic():
        # Somebody else has written it, and their changes come at once.
        Concept.objects.create(identifier="open-visit", label_en="open visit")
        pre_save.connect(look, sender=Concept)
        thread.start()
        assert has_looked.wait(30)
        pre_save.disconnect(look, sender=Concept)
    thread.join()
    assert answers[0].status_code == 200
    assert "Nothing was changed: somebody changed the glossary" in said(answers[0])[0]
    assert said(answers[0])[0].strip().endswith("open-visit")
    assert [concept.identifier for concept in Concept.objects.all()] == ["open-visit"]
    assert ConceptImport.objects.get().applied_at is None
    # Looked at again, the rest is added, and what the file says beyond the other person's words.
    assert client.post(url, {"change": ticks(client, url, checked=False)}).status_code == 302
    assert [(one.identifier, one.label_sr, one.label_bs) for one in Concept.objects.order_by("identifier")] == [
        ("open-visit", "отворена посета", None),
        ("parole", None, "uslovni otpust"),
    ]
