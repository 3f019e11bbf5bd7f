"""What is in a pack."""

import pytest

from practices.models import Standard
from tests.factories.pages import make_page, make_practice
from tests.search.offline_pack.packs import packed, page_in

pytestmark = pytest.mark.usefixtures("site_root")


@pytest.fixture
def practice():
    return make_practice(slug="plan", ready=("en", "sr"), headline_en="Release plan", headline_sr="План отпуста")


def names(files, folder):
    return sorted(name for name in files if name.startswith(folder))


def test_a_pack_has_each_page_in_each_rendering(client, practice):
    other = make_page(Standard, slug="rules", headline_en="Prison rules", reference="R 1")
    files = packed(client, practice, other, languages=("en", "sr-latn"))
    plan, rules = f"plan-{practice.pk}.html", f"rules-{other.pk}.html"
    assert sorted(files) == sorted(
        ["SHA256SUMS", "README.txt", "index.html", "assets/pack.css", "assets/search.js", "assets/site.css"]
        + [
            f"{code}/{name}"
            for code in ("en", "sr-latn")
            for name in ("index.html", "topics.html", "search-index.js", plan, rules)
        ]
    )
    english, latin = page_in(files, f"en/{plan}"), page_in(files, f"sr-latn/{plan}")
    assert (english.html["lang"], english.h1.get_text()) == ("en", "Release plan")
    assert (latin.html["lang"], latin.h1.get_text()) == ("sr-Latn", "Plan otpusta")
    print(english.prettify())
