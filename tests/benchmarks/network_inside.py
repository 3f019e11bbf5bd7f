"""What is done inside a portal to measure the network, in a process of its own; answers in JSON.

`python -m tests.benchmarks.network_inside 10000 200` makes so many members and working groups, and answers with the
addresses to be asked, the queries of each, and the cookie of a member who asks.
"""

from __future__ import annotations

import json
import sys
import time
from urllib.parse import quote

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth.models import Group  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone, translation  # noqa: E402

from network.models import WorkingGroupIndexPage, WorkingGroupPage  # noqa: E402
from portal.accounts.roles import NETWORK_MEMBERS  # noqa: E402
from tests.benchmarks.members import name  # noqa: E402
from tests.benchmarks.people import make_groups, make_members  # noqa: E402


def addresses(group: WorkingGroupPage) -> dict[str, str]:
    """What to call each address, and the address."""
    today = timezone.localdate()
    first, last = name(0)
    with translation.override("en"):
        directory, calendar = reverse("network:directory"), reverse("network:calendar")
        return {
            "directory": directory,
            "directory, page 40": f"{directory}?page=40",
            "directory, filtered": f"{directory}?beneficiary=AL",
            "directory, a name": f"{directory}?q={quote(first)}+{quote(last)}",
            "directory, a term": f"{directory}?q=prison",
            "working groups": WorkingGroupIndexPage.objects.get().get_url(),
            "working group": group.get_url(),
            "its meetings": reverse("network:meetings", args=[group.slug]),
            "its action points": reverse("network:action_board", args=[group.slug]),
            "own action points": reverse("network:action_points"),
            "calendar, month": f"{calendar}?month={today.year}-{today.month}",
            "calendar, coming": calendar,
            "calendar, file": reverse("network:calendar_ics"),
        }


def queries(client: Client, path: str) -> int:
    """Counted when the page is asked for the second time: the first fills what a process keeps."""
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        status = client.get(path).status_code
    if status != 200:
        raise RuntimeError(f"{path}: {status}")
    return len(captured)


def fill(members: int, groups: int) -> dict[str, object]:
    began = time.process_time()
    people = make_members(members)
    made = make_groups(groups, people)
    seconds = time.process_time() - began
    people[0].user.groups.add(Group.objects.get(name=NETWORK_MEMBERS))
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(people[0].user, backend="django.contrib.auth.backends.ModelBackend")
    paths = addresses(made[0])
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    return {
        "seconds": seconds,
        "cookie": cookie,
        "paths": paths,
        "queries": {label: queries(client, path) for label, path in paths.items()},
    }


if __name__ == "__main__":
    json.dump(fill(*map(int, sys.argv[1:])), sys.stdout)
