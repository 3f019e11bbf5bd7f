"""The pages of the glossary as readers get them."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.vocabulary.glossary.resources import resources_about
from portal.vocabulary.models import Concept
from portal.website.models import NewsPage
from practices.models import GoodPractice, Standard
from tests.factories.pages import LOGIN, make_page
from tests.factories.people import make_user
from tests.portal.vocabulary.glossary.main_text import text_of

pytestmark = pytest.mark.django_db


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in captured]


def test_a_letter_without_terms_says_so(client, site_root):
    Concept.objects.create(identifier="prison", label_en="prison")
    assert "No term begins with Q" in text_of(client.get("/en/glossary/?by=letter&letter=Q"))


def test_an_empty_glossary_says_so(client, site_root):
    assert "The glossary is still empty" in text_of(client.get("/en/glossary/"))
    assert "The glossary is still empty" in text_of(client.get("/en/glossary/?by=letter"))


def test_resources_are_those_that_the_reader_may_see(client, site_root):
    concept = Concept.objects.create(identifier="prison", label_en="prison")
    other = Concept.objects.create(identifier="other", label_en="other")
    make_page(GoodPractice, headline_en="Open practice", concepts=[concept])
    make_page(Standard, headline_en="Open standard", concepts=[concept, other], ready=("en", "sq"))
    make_page(NewsPage, headline_en="Closed news", concepts=[concept], restricted_to=LOGIN)
    make_page(GoodPractice, headline_en="Draft", concepts=[concept], live=False)
    make_page(GoodPractice, headline_en="About something else", concepts=[other])

    def titles(path="/en/glossary/prison/"):
        html = client.get(path).content.decode()
        block = html.partition('<ul class="links">')[2].partition("</ul>")[0]
        return sorted(re.findall(r"<a [^>]*>([^<]+)</a>", block))

    assert titles() == ["Open practice", "Open standard"]
    client.force_login(make_user())
    assert titles() == ["Closed news", "Open practice", "Open standard"]


def test_a_resource_in_another_language_is_marked(client, site_root):
    concept = Concept.objects.create(identifier="prison", label_en="prison", label_sq="burg")
    make_page(GoodPractice, headline_en="English practice", concepts=[concept])
    html = client.get("/sq/glossary/prison/").content.decode()
    assert re.search(r'<a href="/sq/[^"]+" lang="en">English practice</a>', html)


def test_the_newest_resources_come_first_and_more_are_announced(client, site_root):
    concept = Concept.objects.create(identifier="prison", label_en="prison")
    for number in range(21):
        make_page(NewsPage, headline_en=f"News {number}", concepts=[concept])
    response = client.get("/en/glossary/prison/")
    assert len(response.context["resources"]) == 20
    assert "These are the newest; there are more." in text_of(response)


def test_what_cannot_be_read_takes_no_place_of_what_can(client, site_root):
    concept = Concept.objects.create(identifier="prison", label_en="prison")
    for number in range(20):
        make_page(NewsPage, headline_en=f"News {number}", concepts=[concept])
    newer = [make_page(GoodPractice, headline_en="Unreadable", concepts=[concept]) for _each in range(3)]
    GoodPractice.objects.filter(pk__in=[page.pk for page in newer]).update(readiness_en="overview")
    make_page(Standard, headline_en="Closed", concepts=[concept], restricted_to=LOGIN)
    make_page(Standard, headline_en="Draft", concepts=[concept], live=False)
    response = client.get("/en/glossary/prison/")
    titles = [resource["title"] for resource in response.context["resources"]]
    assert sorted(titles) == sorted(f"News {number}" for number in range(20))
    assert response.context["more_resources"] is False


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("query", ["", "?by=letter", "?q=concept"])
def test_the_glossary_takes_the_same_queries_for_any_number(client, site_root, number, query):
    for index in range(number):
        Concept.objects.create(identifier=f"concept-{index}", label_en=f"Concept {index}")
    asked = [sql for sql in queries(client, f"/en/glossary/{query}") if "vocabulary_concept" in sql]
    assert len(asked) == 1


def classify(concept, number):
    """`number` narrower, related and classified things more of each kind."""
    for _each in range(number):
        unique = f"concept-{Concept.objects.count()}"
        Concept.objects.create(identifier=f"{unique}-below", label_en="Below", broader=concept)
        concept.related.add(Concept.objects.create(identifier=unique, label_en="Related"))
        make_page(GoodPractice, concepts=[concept])
        make_page(Standard, concepts=[concept])


def test_a_concept_takes_the_same_queries_for_any_number(client, site_root):
    above = Concept.objects.create(identifier="above", label_en="Above")
    concept = Concept.objects.create(identifier="concept", label_en="Concept", broader=above)
    classify(concept, 1)
    for_one = queries(client, "/en/glossary/concept/")
    classify(concept, 3)
    for_four = queries(client, "/en/glossary/concept/")
    assert len(for_four) == len(for_one)
    assert len([sql for sql in for_four if "vocabulary_concept" in sql]) == 3


@pytest.mark.parametrize("number", [1, 3])
def test_resources_take_one_query_a_type(rf, site_root, number, django_assert_num_queries):
    concept = Concept.objects.create(identifier="concept", label_en="Concept")
    classify(concept, number)
    request = rf.get("/en/")
    request.user = AnonymousUser()
    ContentType.objects.get_for_models(GoodPractice, Standard)
    # Restrictions, the pages found, practices, standards; the site of the request and the roots of all sites.
    with django_assert_num_queries(5):
        found, more = resources_about(concept, request, 20)
    assert (len(found), more) == (2 * number, False)
