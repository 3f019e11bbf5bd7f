"""Whatever is typed or written into an address, there is a page, and it is the engine that answers."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.pages import make_practice
from tests.search.understanding.typed_texts import TYPED

pytestmark = pytest.mark.django_db


@pytest.fixture
def library(build_index):
    make_practice(headline_en="Release plans", ready=("en", "sr"), headline_sr="План отпуста")
    build_index()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    words=TYPED,
    others=st.dictionaries(
        st.sampled_from(["page", "sort", "type", "stage", "beneficiary", "language", "year", "also", "x"]),
        st.text(st.characters(codec="utf-8"), max_size=60),
        max_size=5,
    ),
    code=st.sampled_from(["en", "sq", "bs", "cnr", "mk", "sr", "sr-latn"]),
)
def test_every_page_is_answered_by_the_engine(client, library, words, others, code):
    words = words.encode("utf-8", "ignore").decode()
    response = client.get(f"/{code}/library/", {"q": words, **others})
    assert response.status_code == 200
    # What the engine rejects would be answered by the database: nobody would notice.
    assert response.context["answer"].degraded is False
    assert client.get(f"/{code}/library/suggestions/", {"q": words}).status_code == 200
