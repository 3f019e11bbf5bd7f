"""What membership puts into the frame of every page: the way in, for whoever is not signed in."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.registries.frame import Link, LinkGroup, register_footer


def network_group(request: HttpRequest) -> LinkGroup:
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return LinkGroup(_("Network"))
    return LinkGroup(_("Network"), [Link(_("Join the network"), reverse("members:join"))])


register_footer(15, network_group)
