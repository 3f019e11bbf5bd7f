"""Which addresses are asked, in which order, and what becomes of the answers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.desk.addresses.asking import Asker
from portal.desk.addresses.round import Round, ask_round
from portal.desk.models import CheckedAddress, Finding, Kind
from portal.desk.models.checked_address import Answer
from tests.factories.pages import make_plain

pytestmark = pytest.mark.usefixtures("site_root")


class Listed(Asker):
    """Has the answers ready, and remembers what it was asked."""

    def __init__(self, **answers):
        super().__init__()
        object.__setattr__(self, "answers", answers)
        object.__setattr__(self, "asked", [])

    def ask(self, url):
        self.asked.append(url)
        return self.answers.get(url.rpartition("/")[2], Answer.OK)


def linking(*names, **fields):
    html = "".join(f'<p><a href="https://example.org/{name}">{name}</a></p>' for name in names)
    return make_plain(body_en=[("paragraph", html)], **fields)


def checked(name, answer=Answer.OK, days=0):
    CheckedAddress.objects.create(
        url=f"https://example.org/{name}", answer=answer, checked_at=timezone.now() - timedelta(days=days)
    )


def names(asker):
    return [url.rpartition("/")[2] for url in asker.asked]


def go(asker, **more):
    return ask_round(asker, **{"limit": 10, "days": 7, "pause": 0, **more})


def test_new_ones_are_asked_first_then_those_asked_longest_ago_and_the_rest_not():
    linking("old", "older", "fresh", "b", "a")
    checked("old", days=8)
    checked("older", days=9)
    checked("fresh", days=1)
    asker = Listed()
    assert go(asker) == Round(known=5, asked=4, broken=0)
    assert names(asker) == ["a", "b", "older", "old"]


def test_no_more_are_asked_than_wanted_and_each_once():
    linking("a", "b", "a")
    linking("a", "c", live=False)
    asker = Listed()
    assert go(asker, limit=2) == Round(known=3, asked=2, broken=0)
    assert go(asker) == Round(known=3, asked=1, broken=0)
    assert names(asker) == ["a", "b", "c"]


def test_pages_are_looked_at_when_an_answer_changes():
    page = linking("a")
    go(Listed(a=Answer.GONE))
    finding = Finding.objects.get(kind=Kind.LINK)
    assert (finding.page_id, finding.detail, finding.reason) == (page.pk, "https://example.org/a", "gone")
    assert go(Listed(), days=-1) == Round(known=1, asked=1, broken=0)
    assert not Finding.objects.filter(kind=Kind.LINK).exists()


def test_addresses_that_no_page_has_any_more_are_forgotten():
    checked("a")
    go(Listed())
    assert not CheckedAddress.objects.exists()
