"""The calendar is public; what stands in it depends on who looks."""

from __future__ import annotations

from django.urls import reverse

from portal.core.registries.sitemap import register_addresses


def calendar_address() -> list[str]:
    return [reverse("network:calendar")]


register_addresses(calendar_address)
