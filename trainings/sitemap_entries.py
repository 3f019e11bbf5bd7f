"""What is public of trainings and no page."""

from __future__ import annotations

from django.urls import reverse

from portal.core.registries.sitemap import register_addresses


def addresses() -> list[str]:
    return [reverse("trainings:framework"), reverse("trainings:trainers")]


register_addresses(addresses)
