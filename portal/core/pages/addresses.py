"""Addresses of the portal as others know it."""

from urllib.parse import urljoin

from django.conf import settings


def absolute(path: str) -> str:
    """A path of the portal with the host that `BASE_URL` names, for what is read without a request or by machines."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, path)
