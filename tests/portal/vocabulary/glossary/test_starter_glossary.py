"""The pages of the glossary that the portal starts with."""

import re

import pytest
from django.contrib.auth.models import Permission

from portal.core.starter.report import Report
from portal.vocabulary.models import Concept
from portal.vocabulary.starter import glossary
from tests.factories.people import make_user
from tests.portal.vocabulary.glossary.main_text import text_of

pytestmark = pytest.mark.django_db

ALL = ("en", "sq", "bs", "cnr", "mk", "sr", "sr-latn")


@pytest.fixture(scope="module", autouse=True)
def loaded(shared_rows):
    glossary(Report())


@pytest.mark.parametrize("code", ALL)
@pytest.mark.parametrize("query", ["", "?by=letter", "?q=prison", "?q=nothing-like-it"])
def test_the_glossary_opens_in_every_rendering(client, code, query):
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
def test_a_concept_is_headed_by_the_readers_term(client, code, term):
    html = client.get(f"/{code}/glossary/prison/").content.decode()
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", html) == [term]


def test_equivalents_stand_side_by_side_each_in_its_language(client):
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


def test_a_note_in_another_language_is_marked_and_kosovo_carries_its_footnote(client):
    html = client.get("/mk/glossary/execution-of-sanctions/").content.decode()
    assert '<p lang="en">Umbrella concept.' in html
    assert "Kosovo*" in html
    assert "Kosovo**" not in html


def test_place_in_the_glossary(client):
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


def test_the_tree_works_without_script(client):
    html = client.get("/en/glossary/").content.decode()
    tree = html.partition('<ul class="tree">')[2].partition("</section>")[0]
    assert len(re.findall(r"<a href", tree)) == 238
    assert tree.count("<details>") == Concept.objects.filter(narrower__isnull=False).distinct().count()
    assert "<script" not in tree


def test_one_letter_and_its_neighbours(client):
    html = client.get("/sq/glossary/?by=letter&letter=sh").content.decode()
    assert '<a href="/sq/glossary/?by=letter&amp;letter=Sh" aria-current="page">Sh</a>' in html
    main = html.partition("<main")[2]
    assert re.findall(r'<h2 id="letter-\d+">([^<]+)</h2>', main) == ["Sh"]
    terms = re.findall(r'<ul class="tree">(.*?)</ul>', main, re.DOTALL)
    assert all(term.casefold().startswith("sh") for term in re.findall(r">([^<>]+)</a>", terms[0]))


def test_a_letter_of_another_alphabet_shows_all(client):
    html = client.get("/sr/glossary/?by=letter&letter=Dh").content.decode()
    assert len(re.findall(r'<h2 id="letter-', html)) > 20


def test_what_is_not_found_helps(client):
    page = text_of(client.get("/en/glossary/?q=xyzzy"))
    assert "No term contains “xyzzy”" in page
    assert "The whole glossary" in page


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
def test_hostile_queries(client, query):
    response = client.get(f"/en/glossary/{query}")
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize("path", ["nothing-like-it/", "Prison/", "prison/more/", "%00/", "затвор/"])
def test_unknown_concepts_are_not_found(client, path):
    assert client.get(f"/en/glossary/{path}").status_code == 404


def test_review_flags_are_for_editors(client):
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
