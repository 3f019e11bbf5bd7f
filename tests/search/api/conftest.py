"""A library that is asked in both ways."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import Standard
from tests.factories.pages import LOGIN, make_page, make_practice, restrict
from tests.factories.vocabulary import make_beneficiary, make_concept, make_term

Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def ask(client: Client) -> Ask:
    """The answer of `/api/v1/<name>` to these parameters."""

    def asked(name: str = "search", by: Client = client, **parameters: Any) -> dict[str, Any]:
        response = by.get(f"/api/v1/{name}", parameters)
        assert response.status_code == 200
        found: dict[str, Any] = response.json()
        return found

    return asked


@pytest.fixture(scope="module")
def shared_library(shared_index: Callable[[], int]) -> dict[str, Any]:
    """Three open resources, one for people with an account, a term of the glossary, and the index of them."""
    for code, label in {"good_practice": "Good practice", "standard": "Standard"}.items():
        make_term(FacetCode.RESOURCE_TYPE, code, label_en=label)
    release = make_term(FacetCode.STAGE, "release", label_en="Release")
    pages = {
        "plan": make_practice(
            headline_en="Release plans",
            summary_en="Made early & often.",
            stages=[release],
            last_reviewed_on=date(2026, 1, 1),
        ),
        "leave": make_practice(
            ready=("sr",),
            headline_sr="План отпуста са Косова",
            summary_sr="Џак и ЊЕГА.",
            stages=[release],
            beneficiaries=[make_beneficiary("RS")],
            last_reviewed_on=date(2025, 1, 1),
        ),
        "rules": make_page(Standard, headline_en="Prison rules", reference="Rec(2006)2", adopted_on="2006"),
        "secret": make_practice(headline_en="Zanzibarian release", last_reviewed_on=date(2027, 1, 1)),
    }
    restrict(pages["secret"], LOGIN)
    make_concept("parole", label_en="release on parole", label_sr="отпуст на Косову")
    shared_index()
    return pages


@pytest.fixture
def library(db: None, shared_library: dict[str, Any]) -> dict[str, Any]:
    """The pages of the shared library, read anew: a test may change them."""
    return {name: type(page).objects.get(pk=page.pk) for name, page in shared_library.items()}
