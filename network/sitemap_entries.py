"""What is public of the network and no page. What stands in the calendar depends on who looks."""

from __future__ import annotations

from django.urls import reverse

from portal.core.registries.sitemap import register_addresses


def addresses() -> list[str]:
    return [reverse("network:calendar"), reverse("network:preconditions")]


register_addresses(addresses)
