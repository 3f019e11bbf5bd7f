"""What of an article is set, and as what."""

import pytest
from bs4 import BeautifulSoup

from portal.core.pdf.content import blocks_of

HERE = "https://portal.example/en/practices/plan/"


@pytest.fixture(autouse=True)
def public_address(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example"


def blocks(markup):
    return blocks_of(BeautifulSoup(f"<article>{markup}</article>", "html.parser").article, HERE)


def texts(markup):
    """The plain paragraphs of a piece of markup."""
    return ["".join(run.get("text", "?") for run in block["text"]) for block in blocks(markup)]


def test_headings_paragraphs_and_lists_keep_their_order():
    assert blocks("<h2>One</h2><p>Two <strong>three</strong></p><ol><li>four</li><li><p>five</p></li></ol>") == [
        {"kind": "heading", "level": 2, "text": [{"text": "One"}]},
        {"kind": "paragraph", "text": [{"text": "Two "}, {"strong": [{"text": "three"}]}]},
        {
            "kind": "list",
            "ordered": True,
            "items": [
                [{"kind": "paragraph", "text": [{"text": "four"}]}],
                [{"kind": "paragraph", "text": [{"text": "five"}]}],
            ],
        },
    ]


def test_what_is_for_a_screen_only_is_left_out():
    markup = (
        "<nav>contents</nav><form><button>A</button></form><p hidden>hidden</p><p aria-hidden='true'>drawn</p>"
        "<svg><text>sign</text></svg><div class='tools'>tools</div><p class='copy'>copy</p><!-- note --><p>read</p>"
    )
    assert texts(markup) == ["read"]


def test_white_space_is_one_space_and_none_at_the_ends():
    assert texts("<p>\n  a \t b\n </p>") == ["a b"]


def test_control_characters_are_left_out():
    assert texts("<p>a\x00b\x07c</p>") == ["abc"]


def test_links_lead_to_whole_addresses():
    markup = '<p><a href="/en/glossary/">a</a><a href="https://rm.coe.int/x">b</a><a href="mailto:a@b.c">c</a></p>'
    assert [run["link"] for run in blocks(markup)[0]["text"]] == [
        "https://portal.example/en/glossary/",
        "https://rm.coe.int/x",
        "mailto:a@b.c",
    ]


def test_links_within_the_page_and_to_no_address_are_plain_words():
    addresses = ["#rule-1", "/en/practices/plan/#context", "javascript:alert(1)", "//evil.example/", ""]
    for address in addresses:
        assert blocks(f'<p><a href="{address}">word</a></p>')[0]["text"] == [{"text": "word"}], address


def test_at_a_glance_is_terms_with_what_they_say():
    markup = '<dl><div><dt>Stage</dt><dd lang="sq">Lirim</dd></div><div><dt>Empty</dt><dd> </dd></div></dl>'
    assert blocks(markup) == [
        {
            "kind": "terms",
            "rows": [
                {
                    "term": [{"text": "Stage"}],
                    "blocks": [{"kind": "paragraph", "text": [{"text": "Lirim"}], "lang": "sq"}],
                }
            ],
        }
    ]


def test_a_text_in_another_language_says_so_without_its_script():
    assert blocks('<div lang="sr-Latn"><p>Plan</p></div>') == [
        {"kind": "part", "lang": "sr", "blocks": [{"kind": "paragraph", "text": [{"text": "Plan"}]}]}
    ]


def test_the_number_of_a_rule_stands_in_its_heading():
    markup = '<section class="rule"><a class="rule__no" href="#r">Rule 1</a> <h3>Respect</h3><p>All.</p></section>'
    assert texts(markup) == ["Rule 1 · Respect", "All."]


def test_badges_are_words_among_words():
    assert texts('<div><span class="badge">Practice</span><span class="badge">Sample</span></div>') == [
        "Practice · Sample"
    ]
    assert texts('<p>Albania <span class="badge">Sample</span></p>') == ["Albania · Sample"]


def test_a_table_knows_its_head_and_its_wide_cells():
    table = blocks(
        "<table><thead><tr><th>No.</th><th>Title</th></tr></thead><tbody><tr><td>1</td><td>Trust</td></tr></tbody>"
        '<tfoot><tr><th colspan="2">End</th></tr></tfoot></table>'
    )[0]
    plain = [
        [(cell["blocks"][0]["text"][0]["text"], cell["columns"], cell["head"]) for cell in row]
        for row in [*table["head"], *table["rows"]]
    ]
    assert (table["columns"], len(table["head"])) == (2, 1)
    assert plain == [
        [("No.", 1, True), ("Title", 1, True)],
        [("1", 1, False), ("Trust", 1, False)],
        [("End", 2, True)],
    ]
