"""What of membership waits for somebody: applications that they decide on."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.registries.dashboard import SHOWN, DashboardSection, Waiting, register_dashboard
from portal.members.models import Application, ApplicationState
from portal.members.rules.stewards import is_steward, theirs


def applications(request: HttpRequest) -> DashboardSection:
    """The longest waiting first; nothing for those who look after nobody."""
    waiting: list[Application] = []
    if is_steward(request.user):
        found = Application.objects.filter(theirs(request.user), state=ApplicationState.WAITING)
        waiting = list(found.order_by("sent_at", "pk"))
    return DashboardSection(
        "applications",
        _("Applications to decide on"),
        [
            Waiting(one.get_full_name(), reverse("members:application", args=[one.pk]), note=one.position)
            for one in waiting[:SHOWN]
        ],
        len(waiting),
        _("All applications"),
        reverse("members:applications"),
    )


register_dashboard(5, applications)
