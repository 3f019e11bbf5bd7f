"""What is said to be showable is accepted by the typesetter, whichever release of it is installed."""

from datetime import UTC, datetime

from portal.core.pdf.characters import _RANGES, showable
from portal.core.pdf.making import Document, make_pdf


def document(text):
    return Document(
        title="Characters",
        author="Continuum",
        lang="en",
        address="https://portal.example/",
        changed=datetime(2026, 1, 1, tzinfo=UTC),
        blocks=[
            {"kind": "heading", "level": 1, "text": [{"text": "Characters"}]},
            {"kind": "paragraph", "text": [{"text": text}]},
        ],
        notes=[],
    )


def test_all_characters_that_are_kept_can_be_set():
    every = [chr(point) for first, last in _RANGES for point in range(first, last + 1)]
    # Marks stand on a letter.
    assert make_pdf(document("".join(f"a{one} " for one in every)), {}).startswith(b"%PDF-")


def test_letters_of_all_languages_are_kept():
    text = "Çë Šđčćž Ѓѕјљњќџ Ђћ ЂЉЊЋЏ „ ” – — • € § *"
    assert showable(text) == text


def test_what_cannot_be_shown_leaves_a_sign():
    assert showable("a😀b\x07c") == "a\N{REPLACEMENT CHARACTER}bc"
