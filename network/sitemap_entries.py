"""What is public of the network and no page. What stands there depends on who looks; people are not named."""

from __future__ import annotations

from django.urls import reverse

from portal.core.registries.sitemap import register_addresses
from portal.vocabulary.models import Institution


def addresses() -> list[str]:
    return [reverse("network:calendar"), reverse("network:preconditions")]


def directory_addresses() -> list[str]:
    keys = Institution.objects.order_by("pk").values_list("pk", flat=True)
    return [reverse("network:directory"), *(reverse("network:institution", args=[key]) for key in keys)]


register_addresses(addresses)
register_addresses(directory_addresses)
