"""What is in a pack."""

import json
from io import BytesIO
from posixpath import normpath
from urllib.parse import urlsplit

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from portal.core.status_note.notes import note_for
from portal.core.status_note.text import bare_mentions
from practices.models import Standard
from search.offline_pack.pack import OfflinePack
from search.offline_pack.word_index import BESIDE, SUMMARY, TEXT, TITLE
from tests.factories.files import make_document
from tests.factories.pages import make_page, make_practice
from tests.factories.site import make_site_root
from tests.search.offline_pack.packs import ask, download, packed, page_in, unpacked

pytestmark = pytest.mark.usefixtures("site_root")


@pytest.fixture
def practice():
    return make_practice(slug="plan", ready=("en", "sr"), headline_en="Release plan", headline_sr="План отпуста")


def name_of(page):
    return f"{page.slug}-{page.pk}.html"


def links(parsed, within="main"):
    return {link.get_text(): link["href"] for link in parsed.select(f"{within} a")}


def index_of(files, code):
    """What the search of a rendering looks into."""
    script = files[f"{code}/search-index.js"].decode()
    return json.loads(script.removeprefix("window.packIndex = ").removesuffix(";\n"))


def test_a_pack_has_each_page_in_each_rendering(client, practice):
    other = make_page(Standard, slug="rules", headline_en="Prison rules", reference="R 1")
    files = packed(client, practice, other, languages=("en", "sr", "sr-latn"))
    assert sorted(files) == sorted(
        ["SHA256SUMS", "README.txt", "index.html", "assets/pack.css", "assets/search.js", "assets/site.css"]
        + [
            f"{code}/{name}"
            for code in ("en", "sr", "sr-latn")
            for name in ("index.html", "topics.html", "search-index.js", name_of(practice), name_of(other))
        ]
    )
    shown = [page_in(files, f"{code}/{name_of(practice)}") for code in ("en", "sr", "sr-latn")]
    assert [(page.html["lang"], page.h1.get_text()) for page in shown] == [
        ("en", "Release plan"),
        ("sr-Cyrl", "План отпуста"),
        ("sr-Latn", "Plan otpusta"),
    ]


def test_a_page_says_where_it_comes_from_and_what_it_is(client):
    sample = make_practice(slug="plan", ready=("sq",), headline_sq="Plani", is_sample=True)
    page = page_in(packed(client, sample), f"en/{name_of(sample)}")
    assert links(page, ".pack-source") == {
        "http://127.0.0.1:8000/en/practices/plan/": "http://127.0.0.1:8000/en/practices/plan/"
    }
    assert "This page is not yet available in your language" in page.get_text()
    assert page.h1["lang"] == "sq"
    assert "Sample" in [badge.get_text() for badge in page.select(".badge")]
    assert "It is fictional" in page.select_one(".page-notes").get_text()


def test_links_lead_to_pages_of_the_pack_or_to_the_internet(client, practice):
    away = make_practice(slug="away", headline_en="Away")
    root = make_site_root()
    text = (
        f'<p><a linktype="page" id="{practice.pk}">here</a> <a linktype="page" id="{away.pk}">there</a> '
        f'<a linktype="page" id="{root.pk}">home</a> <a href="https://example.org/a?b=1#c">outside</a> '
        f'<a href="mailto:a@example.org">mail</a></p>'
    )
    page = make_practice(slug="first", context_en=text)
    shown = page_in(packed(client, page, practice), f"en/{name_of(page)}")
    base = "http://127.0.0.1:8000"
    found = links(shown, "#context ~ .flow")
    assert found == {
        "here": name_of(practice),
        "there": f"{base}/en/practices/away/",
        "home": f"{base}/en/",
        "outside": "https://example.org/a?b=1#c",
        "mail": "mailto:a@example.org",
    }
    marked = [link.get_text() for link in shown.select("#context ~ .flow a.online")]
    assert marked == ["there", "home", "outside"]


def test_every_link_within_the_pack_leads_somewhere(client, practice):
    file = make_document(title="Form")
    other = make_page(Standard, slug="rules", ready=("en", "mk"), reference="R 1", attachments=[("file", file)])
    files = packed(client, practice, other, languages=("en", "mk"))
    for name in files:
        if not name.endswith(".html"):
            continue
        page = page_in(files, name)
        places = [*page.select("a[href]"), *page.select("link[href]"), *page.select("[src]")]
        for place in places:
            address = urlsplit(place.get("href") or place["src"])
            if address.scheme:
                continue
            parts = [*name.split("/")[:-1], *address.path.split("/")] if address.path else name.split("/")
            target = normpath("/".join(parts))
            assert target in files, (name, place)
            if address.fragment:
                assert page_in(files, target).find(id=address.fragment), (name, place)


def test_files_come_along_if_they_are_wanted(client):
    file = make_document(title="Form", pages=("What the file says",))
    page = make_practice(slug="plan", attachments=[("file", file)])
    files = packed(client, page)
    (name,) = [name for name in files if name.startswith("files/")]
    assert files[name] == b"What the file says"
    assert links(page_in(files, f"en/{name_of(page)}"), ".files") == {"Form": f"../{name}"}
    without = packed(client, page, with_files=False)
    assert [name for name in without if name.startswith("files/")] == []
    shown = links(page_in(without, f"en/{name_of(page)}"), ".files")
    assert shown == {"Form": f"http://127.0.0.1:8000{file.url}"}


def test_pictures_come_along_with_what_they_show(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    drawing = BytesIO()
    Image.new("RGB", (40, 30)).save(drawing, "PNG")
    thumbnail = ContentFile(drawing.getvalue(), "first.png")
    file = make_document(title="Form")
    file.thumbnail.save("first.png", thumbnail)
    page = make_practice(slug="plan", attachments=[("file", file)])
    files = packed(client, page)
    (name,) = [name for name in files if name.startswith("media/")]
    assert files[name] == drawing.getvalue()
    assert page_in(files, f"en/{name_of(page)}").img["src"] == f"../{name}"


def test_mentions_are_marked_and_explained_wherever_they_stand(client):
    page = make_practice(slug="plan", ready=("en", "sr"), headline_en="Work in Kosovo", headline_sr="Рад на Косову")
    files = packed(client, page, languages=("en", "sr-latn"))
    for code in ("en", "sr-latn"):
        for name in (name_of(page), "index.html", "topics.html"):
            text = page_in(files, f"{code}/{name}").get_text()
            assert (bare_mentions(text), text.count(note_for(code))) == ([], 1)
        (listed,) = index_of(files, code)["pages"]
        assert bare_mentions(listed["title"]) == []
    assert "Rad na Kosovu*" in page_in(files, "sr-latn/index.html").get_text()


def test_lists_go_by_the_alphabet_and_by_topic(client):
    pages = [
        make_practice(slug=slug, ready=("sr",), headline_sr=title)
        for slug, title in (("c", "Њива"), ("a", "Затвор"), ("b", "Нада"))
    ]
    files = packed(client, *pages, languages=("sr",))
    index = page_in(files, "sr/index.html")
    assert [link.get_text() for link in index.select(".pack-letter a")] == ["Затвор", "Нада", "Њива"]
    assert [letter.get_text() for letter in index.select(".pack-letter h3")] == ["З", "Н", "Њ"]
    topics = page_in(files, "sr/topics.html")
    assert [heading.get_text() for heading in topics.select("h3")][:2] == ["custody", "resettlement"]
    assert len(topics.select(".links a")) == 3 * len(topics.select("h3"))


def test_a_pack_of_one_rendering_opens_in_it(client, practice):
    refresh = 'meta[http-equiv="refresh"]'
    one = page_in(packed(client, practice, languages=("mk",)), "index.html")
    assert one.select_one(refresh)["content"] == "0; url=mk/index.html"
    two = page_in(packed(client, practice, languages=("mk", "en")), "index.html")
    assert two.select_one(refresh) is None
    assert list(links(two).values()) == ["en/index.html", "mk/index.html"]


def test_the_file_to_read_first_is_in_every_rendering(client, practice):
    text = packed(client, practice, languages=("en", "sr", "sr-latn"))["README.txt"].decode("utf-8-sig")
    assert "Continuum: Reading list (English)\r\n" in text
    assert "Листа за читање" in text and "Lista za čitanje" in text
    assert "http://127.0.0.1:8000/sr-latn/library/list/?r=practices.goodpractice:" in text


def test_the_same_content_makes_the_same_bytes(client, practice):
    file = make_document(title="Form")
    page = make_practice(slug="first", attachments=[("file", file)])
    first = download(client, ask(client, page, practice, languages=("en", "sq")))
    assert download(client, ask(client, page, practice, languages=("en", "sq"))) == first


def test_hostile_markup_is_only_text(client):
    hostile = (
        '<p onclick="steal()" style="color:red">a<script>steal()</script><img src=x onerror="steal()">'
        '<a href="javascript:steal()">b</a><a href="data:text/html,x">c</a><a href="//evil.example/">d</a>'
        '<iframe src="https://evil.example/"></iframe><form action="https://evil.example/"><input></form>'
        "<svg onload=steal()></svg><unknown>e</unknown><!-- steal() --></p>"
    )
    page = make_practice(slug="plan", context_en=hostile, headline_en="<script>steal()</script>\u2028</script>")
    files = packed(client, page)
    shown = page_in(files, f"en/{name_of(page)}")
    assert shown.h1.get_text() == "<script>steal()</script>\u2028</script>"
    assert [script.get("src") for script in page_in(files, "en/index.html").select("script")] == [
        "search-index.js",
        "../assets/search.js",
    ]
    assert shown.select("script, iframe, form, svg, input, [onclick], [onerror], [style], unknown") == []
    assert [link["href"] for link in shown.select("#context ~ .flow a")] == []
    assert "\u2028" not in files["en/search-index.js"].decode()


def test_a_web_page_among_the_files_cannot_run(client):
    page = make_practice(slug="plan", attachments=[("file", make_document(title="Site", kind="html"))])
    (name,) = [name for name in packed(client, page) if name.startswith("files/")]
    assert name.endswith(".html.txt")


@pytest.mark.parametrize("slug", ["con", "a" * 80, "nul", "CON"])
def test_names_are_short_and_possible_everywhere(client, slug):
    page = make_practice(slug=slug)
    for name in packed(client, page):
        assert name.isascii() and len(name) <= 64
        stem = name.split("/")[-1].split(".")[0].lower()
        assert stem not in {"con", "nul", "prn", "aux"}


def test_nothing_is_loaded_from_elsewhere(client, practice):
    files = packed(client, practice)
    for name in (name for name in files if name.endswith(".html")):
        page = page_in(files, name)
        policy = page.select_one('meta[http-equiv="Content-Security-Policy"]')["content"]
        assert policy.startswith("default-src 'none'; ") and "http" not in policy
    assert "url(" not in files["assets/site.css"].decode() and "@import" not in files["assets/site.css"].decode()


def test_what_the_search_looks_into_is_folded(client, practice):
    index = index_of(packed(client, practice, languages=("sr",)), "sr")
    assert index["words"] == sorted(index["words"])
    assert index["places"][index["words"].index("otpusta")] == [0, TITLE]


def test_a_title_counts_more_than_a_text(client):
    page = make_practice(slug="plan", headline_en="Release", context_en="<p>Leave in prison</p>", summary_en="Short")
    index = index_of(packed(client, page), "en")
    weights = {word: places[1] for word, places in zip(index["words"], index["places"], strict=True)}
    assert [weights[word] for word in ("release", "short", "leave", "custody")] == [TITLE, SUMMARY, TEXT, BESIDE]


def test_a_topic_as_a_pack(client, build_index):
    here, there = make_practice(slug="here", headline_en="Here"), make_practice(slug="there", headline_en="There")
    build_index()
    response = client.post("/en/library/pack/?stage=custody", {"languages": "en"})
    assert response.status_code == 302
    pack = OfflinePack.objects.get()
    assert sorted(pack.documents) == sorted(f"practices.goodpractice:{page.pk}" for page in (here, there))
    assert page_in(unpacked(download(client, pack)), "en/index.html").h1.get_text() == "custody"
