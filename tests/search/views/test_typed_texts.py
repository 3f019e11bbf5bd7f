"""Whatever is typed or written into an address, there is an answer, and the engine gives it: on both engines."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.engines.current import current_engine
from tests.factories.pages import LOGIN, make_practice
from tests.search.understanding.typed_texts import TYPED

pytestmark = pytest.mark.django_db

CLOSED = "Zanzibarian"

WORDS = TYPED.map(lambda text: text.encode("utf-8", "ignore").decode())
OTHERS = st.dictionaries(
    st.sampled_from(["page", "sort", "type", "stage", "beneficiary", "language", "year", "also", "x"]),
    st.text(st.characters(codec="utf-8"), max_size=60),
    max_size=5,
)
CODES = st.sampled_from(["en", "sq", "bs", "cnr", "mk", "sr", "sr-latn"])

few = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture(params=["tantivy", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def library(request, settings):
    """An open and a closed practice in the index of this engine."""
    settings.SEARCH_API_REQUESTS_PER_MINUTE = 100_000
    if request.param == "tantivy":
        settings.ELASTICSEARCH_URL = []
    build_index = request.getfixturevalue("build_index")
    make_practice(headline_en="Release plans", ready=("en", "sr"), headline_sr="План отпуста")
    make_practice(headline_en=f"{CLOSED} release", restricted_to=LOGIN)
    build_index()
    assert current_engine().name == request.param


@few
@given(words=WORDS, others=OTHERS, code=CODES)
def test_every_page_is_answered_by_the_engine(client, library, words, others, code):
    response = client.get(f"/{code}/library/", {"q": words, **others})
    assert response.status_code == 200
    # What the engine rejects would be answered by the database: nobody would notice.
    assert response.context["answer"].degraded is False
    assert CLOSED not in response.content.decode()
    assert client.get(f"/{code}/library/suggestions/", {"q": words}).status_code == 200


@few
@given(words=WORDS, others=OTHERS, code=CODES)
def test_feeds_and_programs_are_answered_or_told_what_is_wrong(client, library, words, others, code):
    feed = client.get(f"/{code}/library/feed/", {"q": words, **others})
    found = client.get("/api/v1/search", {"q": words, "lang": code, **others})
    suggested = client.get("/api/v1/suggestions", {"q": words, "lang": code})
    assert (feed.status_code, found.status_code in {200, 422}, suggested.status_code in {200, 422}) == (200, True, True)
    assert found.status_code == 422 or found.json()["is_simple"] is False
    assert CLOSED not in (feed.content + found.content + suggested.content).decode()
