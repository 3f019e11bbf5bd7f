"""The pages of the glossary as readers get them."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.core.starter.report import Report
from portal.vocabulary.glossary.resources import resources_about
from portal.vocabulary.models import Concept
from portal.vocabulary.starter import glossary
from portal.website.models import NewsPage
from practices.models import GoodPractice, Standard
from tests.factories.pages import LOGIN, make_page
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db

ALL = ("en", "sq", "bs", "cnr", "mk", "sr", "sr-latn")


@pytest.fixture
def loaded(site_root):
    glossary(Report())


def text_of(response):
    """What stands on the page, without markup."""
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", main))


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in captured]


@pytest.mark.parametrize("code", ALL)
@pytest.mark.parametrize("query", ["", "?by=letter", "?q=prison", "?q=nothing-like-it"])
def test_the_glossary_opens_in_every_rendering(client, loaded, code, query):
    assert client.get(f"/{code}/glossary/{query}").status_code == 200


@pytest.mark.parametrize(
    ("code", "term"),
    [
        ("en", "prison"),
        ("sq", "institucion i ekzekutimit të vendimeve penale"),
        ("bs", "kazneno-popravni zavod"),
        ("cnr", "zatvor"),
        ("mk", "казнено-поправна установа"),
        ("sr", "завод за извршење кривичних санкција"),
        ("sr-latn", "zavod za izvršenje krivičnih sankcija"),
    ],
)
def test_a_concept_is_headed_by_the_readers_term(client, loaded, code, term):
    html = client.get(f"/{code}/glossary/prison/").content.decode()
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", html) == [term]


def test_equivalents_stand_side_by_side_each_in_its_language(client, loaded):
    html = client.get("/sr-latn/glossary/prison/").content.decode()
    block = html.partition('<dl class="equivalents">')[2].partition("</dl>")[0]
    assert re.findall(r'<dd><span lang="([^"]+)">([^<]+)</span>', block) == [
        ("en", "prison"),
        ("sq", "institucion i ekzekutimit të vendimeve penale"),
        ("bs", "kazneno-popravni zavod"),
        ("cnr", "zatvor"),
        ("mk", "казнено-поправна установа"),
        ("sr-Cyrl", "завод за извршење кривичних санкција"),
        ("sr-Latn", "zavod za izvršenje krivičnih sankcija"),
    ]
    assert block.count('class="is-reader"') == 1


def test_a_note_in_another_language_is_marked_and_kosovo_carries_its_footnote(client, loaded):
    html = client.get("/mk/glossary/execution-of-sanctions/").content.decode()
    assert '<p lang="en">Umbrella concept.' in html
    assert "Kosovo*" in html
    assert "Kosovo**" not in html


def test_place_in_the_glossary(client, loaded):
    html = client.get("/en/glossary/prison/").content.decode()
    block = html.partition('<dl class="concept__links">')[2].partition("</dl>")[0]
    assert re.findall(r'<a href="([^"]+)">([^<]+)</a>', block)[0] == ("/en/glossary/prison-system/", "prison system")
    trail = html.partition('<ol class="trail">')[2].partition("</ol>")[0]
    assert re.findall(r">([^<>]+)</(?:a|span)>", trail) == [
        "Home",
        "Glossary",
        "execution of criminal sanctions",
        "prison system",
        "prison",
    ]
    assert 'href="http://eurovoc.europa.eu/877"' in html


def test_the_tree_works_without_script(client, loaded):
    html = client.get("/en/glossary/").content.decode()
    tree = html.partition('<ul class="tree">')[2].partition("</main>")[0]
    assert len(re.findall(r"<a href", tree)) == 238
    assert tree.count("<details>") == Concept.objects.filter(narrower__isnull=False).distinct().count()
    assert "<script" not in tree


def test_one_letter_and_its_neighbours(client, loaded):
    html = client.get("/sq/glossary/?by=letter&letter=sh").content.decode()
    assert '<a href="/sq/glossary/?by=letter&amp;letter=Sh" aria-current="page">Sh</a>' in html
    main = html.partition("<main")[2]
    assert re.findall(r'<h2 id="letter-\d+">([^<]+)</h2>', main) == ["Sh"]
    terms = re.findall(r'<ul class="tree">(.*?)</ul>', main, re.DOTALL)
    assert all(term.casefold().startswith("sh") for term in re.findall(r">([^<>]+)</a>", terms[0]))


def test_a_letter_of_another_alphabet_shows_all(client, loaded):
    html = client.get("/sr/glossary/?by=letter&letter=Dh").content.decode()
    assert len(re.findall(r'<h2 id="letter-', html)) > 20


def test_a_letter_without_terms_says_so(client, site_root):
    Concept.objects.create(identifier="prison", label_en="prison")
    assert "No term begins with Q" in text_of(client.get("/en/glossary/?by=letter&letter=Q"))


def test_what_is_not_found_helps(client, loaded):
    page = text_of(client.get("/en/glossary/?q=xyzzy"))
    assert "No term contains “xyzzy”" in page
    assert "The whole glossary" in page


def test_an_empty_glossary_says_so(client, site_root):
    assert "The glossary is still empty" in text_of(client.get("/en/glossary/"))
    assert "The glossary is still empty" in text_of(client.get("/en/glossary/?by=letter"))


@pytest.mark.parametrize(
    "query",
    [
        "?q=%00",
        "?q=%00prison%00",
        "?q=" + "a" * 5000,
        "?q=<script>alert(1)</script>",
        "?by=nothing&letter=%FF",
        "?by=letter&letter=" + "a" * 5000,
        "?by=letter&letter=%00",
        "?q=&by=",
    ],
)
def test_hostile_queries(client, loaded, query):
    response = client.get(f"/en/glossary/{query}")
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize("path", ["nothing-like-it/", "Prison/", "prison/more/", "%00/", "затвор/"])
def test_unknown_concepts_are_not_found(client, loaded, path):
    assert client.get(f"/en/glossary/{path}").status_code == 404


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


def test_review_flags_are_for_editors(client, loaded):
    concept = Concept.objects.exclude(review_languages="").first()
    path = f"/en/glossary/{concept.identifier}/"
    assert "To be reviewed" not in text_of(client.get(path))

    editor = make_user()
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(editor)
    page = text_of(client.get(path))
    assert page.count("To be reviewed") >= 1
    assert "Edit this concept" not in page

    editor.user_permissions.add(Permission.objects.get(codename="change_concept"))
    assert f"/admin/snippets/vocabulary/concept/edit/{concept.pk}/" in client.get(path).content.decode()


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
    with django_assert_num_queries(6):
        found, more = resources_about(concept, request, 20)
    assert (len(found), more) == (2 * number, False)
