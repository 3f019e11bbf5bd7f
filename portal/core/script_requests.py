"""Requests that a script of ours makes, which shows the answer itself."""

from __future__ import annotations

from django.http import HttpRequest


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == "application/json"
