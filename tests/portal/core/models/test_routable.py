"""Pages with addresses below their own are previewed like any other."""

import pytest
from django.test import RequestFactory

from portal.core.models import RoutableContentPage
from portal.website.models import NewsIndexPage
from practices.models import GoodPractice, Methodology

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [GoodPractice, Methodology, NewsIndexPage])
def test_a_preview_is_in_its_rendering(site_root, model):
    assert issubclass(model, RoutableContentPage)
    page = model(headline_en="Plan", headline_mk="План", title="Plan", slug="plan")
    page.live = False
    site_root.add_child(instance=page)
    response = page.make_preview_request(RequestFactory().get("/"), "mk")
    assert b'<html lang="mk"' in response.content
    assert "План" in response.content.decode()
