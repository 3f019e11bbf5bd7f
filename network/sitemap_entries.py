"""Calendar, directory and institutions are public; what stands there depends on who looks. People are not named."""

from __future__ import annotations

from django.urls import reverse

from portal.core.registries.sitemap import register_addresses
from portal.vocabulary.models import Institution


def calendar_address() -> list[str]:
    return [reverse("network:calendar")]


def directory_addresses() -> list[str]:
    keys = Institution.objects.order_by("pk").values_list("pk", flat=True)
    return [reverse("network:directory"), *(reverse("network:institution", args=[key]) for key in keys)]


register_addresses(calendar_address)
register_addresses(directory_addresses)
