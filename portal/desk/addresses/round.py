"""A round over all addresses that pages link to: the ones never asked first, then the oldest answers."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from django.utils import timezone
from wagtail.models import Page

from portal.desk.addresses.asking import Asker
from portal.desk.findings.keeping import content_pages, keep_findings
from portal.desk.findings.links import outside_addresses
from portal.desk.models import CheckedAddress


@dataclass(frozen=True, slots=True)
class Round:
    """How many addresses there are, were asked, and do not work."""

    known: int
    asked: int
    broken: int


def ask_round(asker: Asker, *, limit: int, days: int, pause: float) -> Round:
    """Asks up to `limit` addresses of which nothing is known for `days`, with `pause` seconds before the same host.

    Pages that link to an address whose answer changed are looked at again; addresses on no page are forgotten.
    """
    users: dict[str, set[int]] = defaultdict(set)
    for page in content_pages():
        for _place, url in outside_addresses(page.get_latest_revision_as_object()):
            users[url].add(page.pk)
    known = {address.url: address for address in CheckedAddress.objects.all()}
    CheckedAddress.objects.filter(pk__in=[known[url].pk for url in known.keys() - users.keys()]).delete()
    due = list(_due(users, known, days))[:limit]
    changed: set[int] = set()
    last: str | None = None
    for url in due:
        host = urlsplit(url).hostname
        if host == last:
            time.sleep(pause)
        last = host
        answer = asker.ask(url)
        before = known.get(url)
        if before is None or before.answer != answer:
            changed |= users[url]
        CheckedAddress.objects.update_or_create(
            url=url, defaults={"answer": answer.value, "checked_at": timezone.now()}
        )
    for page in Page.objects.filter(pk__in=changed).specific():
        keep_findings(page)
    broken = sum(address.is_broken for address in CheckedAddress.objects.all())
    return Round(known=len(users), asked=len(due), broken=broken)


def _due(urls: Iterable[str], known: dict[str, CheckedAddress], days: int) -> Iterator[str]:
    before = timezone.now() - timedelta(days=days)
    new = sorted(url for url in urls if url not in known)
    old = sorted((known[url].checked_at, url) for url in urls if url in known and known[url].checked_at < before)
    yield from new
    yield from (url for _checked_at, url in old)
