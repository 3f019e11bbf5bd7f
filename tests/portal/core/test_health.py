"""The address that a load balancer asks."""

import pytest


@pytest.mark.django_db
def test_the_portal_is_well_and_nobody_keeps_the_answer(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert "no-store" in response["Cache-Control"]
