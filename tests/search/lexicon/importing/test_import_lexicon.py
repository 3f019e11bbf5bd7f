"""`manage.py import_lexicon`: what is taken, what is left out and why, and that a second run changes nothing."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from search.lexicon.imported import ImportedSource, ImportedTerm
from search.lexicon.senses import Origin
from tests.factories.vocabulary import make_concept
from tests.search.lexicon.conftest import labels, matches

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("table_folder")]

LICENCE = "CC BY 3.0, Name of the makers"

ALBANIAN = """# Albanet\tals\thttp://example.org/\tCC BY 3.0
00000001-n\tals:lemma\tqqburg
00000001-n\tals:lemma\tqqburg_i_madh
00000002-v\tals:lemma\tqqburgos
"""
ENGLISH = """# PWN\teng\thttp://example.org/\twordnet
00000001-n\teng:lemma\tqqprison
00000001-n\teng:def\t0\ta place
00000003-n\teng:lemma\tqqalone
"""


def import_lexicon(*arguments, **options):
    out = StringIO()
    call_command("import_lexicon", *map(str, arguments), stdout=out, **options)
    return out.getvalue().splitlines()


@pytest.fixture
def write(tmp_path):
    def write(content, name="list.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def wordnets(write):
    """Two wordnets that name their synsets alike."""
    options = {"format": "omw", "licence": LICENCE}
    return [
        import_lexicon(write(ALBANIAN), language="sq", source="Albanet", **options),
        import_lexicon(write(ENGLISH), language="en", source="Princeton", **options),
    ]


def test_wordnets_meet_by_their_synsets(wordnets):
    assert wordnets == [
        ["Albanet: 3 terms (sq 3)"],
        ["Princeton: 2 terms (en 2)", "  left out, is no lemma: line 3"],
    ]
    (match,) = matches("qqprison")
    found = [(one.label, round(one.weight, 2), one.origin) for one in match.equivalents]
    assert found == [("qqburg", 0.8, Origin.IMPORTED), ("qqburg i madh", 0.64, Origin.IMPORTED)]
    assert labels("qqalone", "sq") == []


def test_the_licence_is_kept(wordnets):
    assert list(ImportedSource.objects.values_list("name", "licence", "languages", "number_of_terms")) == [
        ("Albanet", LICENCE, "sq", 3),
        ("Princeton", LICENCE, "en", 2),
    ]


def test_importing_again_changes_nothing(wordnets, write):
    def state():
        return sorted(ImportedTerm.objects.values_list("source__name", "sense", "lang", "text", "position"))

    before = state()
    import_lexicon(write(ALBANIAN), format="omw", language="sq", source="Albanet", licence=LICENCE)
    assert state() == before
    assert labels("qqprison", "sq") == ["qqburg", "qqburg i madh"]


def test_a_source_is_replaced_by_its_newer_list(wordnets, write):
    newer = ALBANIAN.replace("qqburg_i_madh", "qqqeli")
    import_lexicon(write(newer), format="omw", language="sq", source="Albanet", licence=LICENCE)
    assert labels("qqprison", "sq") == ["qqburg", "qqqeli"]


def test_a_source_is_taken_out(wordnets):
    assert import_lexicon(remove="Albanet") == ["Albanet: removed"]
    assert labels("qqprison", "sq") == []
    assert list(ImportedTerm.objects.values_list("source__name", flat=True).distinct()) == ["Princeton"]


def test_a_source_that_is_not_there(wordnets):
    with pytest.raises(CommandError, match="No source is called “Nobody”; there are: Albanet, Princeton"):
        import_lexicon(remove="Nobody")


def test_words_of_the_portal_go_before_imported_ones(wordnets):
    make_concept("prison", label_en="qqprison", label_sq="qqinstitucion", label_mk="")
    assert labels("qqprison", "sq") == ["qqinstitucion"]


@pytest.mark.parametrize(("format", "delimiter"), [("tsv", "\t"), ("csv", ",")])
def test_lists_with_a_column_for_each_language(write, format, delimiter):
    rows = (("en", "mk"), ("qqwarden|qqguard", "qqчувар"), ("qqgate", "qqпорта"))
    path = write("\ufeff" + "".join(delimiter.join(row) + "\r\n" for row in rows))
    assert import_lexicon(path, format=format, source="Guards", licence=LICENCE) == ["Guards: 5 terms (en 3, mk 2)"]
    assert labels("чувар qqчувар", "en", mk=1.0)[-2:] == ["qqwarden", "qqguard"]
    assert labels("qqgate", "mk") == ["qqпорта"]


def test_broken_lines_are_named_and_the_rest_is_taken(write):
    path = write(
        b"en\tsq\n"
        b"qqone\tqqnje\n"
        b"\xff\xfe\tqqdy\n"
        b"qqthree\n"
        b"qqfour\t\n"
        b"\n"
        b"qqfive\t...\n"
        b"qqsix\tqq\x00gjashte\n" + b"qqseven\t" + b"x" * 101 + b"\n"
        b"qqeight\ta1 b2 c3 d4 f5 g6 h7 j8 k9\n"
    )
    assert import_lexicon(path, format="tsv", source="Broken", licence=LICENCE) == [
        "Broken: 6 terms (en 5, sq 1)",
        "  left out, is not UTF-8: line 3",
        "  left out, has not 2 columns: line 4",
        "  left out, has only one term: line 5",
        "  left out, has a term without any word: line 7",
        "  left out, has signs that cannot be printed: line 8",
        "  left out, has a term of more than 100 letters: line 9",
        "  left out, has a term of more than 8 words: line 10",
    ]


def test_broken_lines_of_a_wordnet(write):
    path = write("qqno columns\nx1\tals:lemma\tqqone\n00000001-n\tslv:lemma\tqqtwo\n00000001-n\tals:lemma\tqqthree\n")
    assert import_lexicon(path, format="omw", language="sq", source="Broken", licence=LICENCE) == [
        "Broken: 1 terms (sq 1)",
        "  left out, has no three columns: line 1",
        "  left out, names no synset: line 2",
        "  left out, is in another language than the first lemma (als): line 3",
    ]


def test_many_broken_lines_are_counted(write):
    path = write("en\tsq\nqqone\tqqnje\n" + "qqbroken\n" * 8)
    lines = import_lexicon(path, format="tsv", source="Broken", licence=LICENCE)
    assert lines[1] == "  left out, has not 2 columns: line 3, 4, 5, 6, 7 and 3 more"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "does not name two languages"),
        (b"english\talbanian\nqqone\tqqnje\n", "does not name two languages"),
        (b"en\ten\nqqone\tqqtwo\n", "does not name two languages"),
        (b"\xff\xfe\x00", "does not name two languages"),
        (b"en\tsq\nqqone\n", "has no usable term; nothing was changed"),
    ],
)
def test_a_list_that_is_none_changes_nothing(write, content, message):
    import_lexicon(write("en\tsq\nqqold\tqqvjeter\n"), format="tsv", source="List", licence=LICENCE)
    with pytest.raises(CommandError, match=message):
        import_lexicon(write(content), format="tsv", source="List", licence="another licence")
    assert labels("qqold", "sq") == ["qqvjeter"]
    assert ImportedSource.objects.get().licence == LICENCE


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "--format is needed"),
        ({"format": "tsv"}, "--source is needed"),
        ({"format": "tsv", "source": "List"}, "--licence is needed"),
        ({"format": "tsv", "source": "List", "licence": "  "}, "--licence is needed"),
        ({"format": "omw", "source": "List", "licence": LICENCE}, "--language is needed"),
        ({"format": "tsv", "source": "List", "licence": LICENCE, "language": "sq"}, "--language is for omw files"),
        ({"format": "tsv", "source": "x" * 101, "licence": LICENCE}, "more than 100 letters"),
    ],
)
def test_what_an_import_needs(write, options, message):
    with pytest.raises(CommandError, match=message):
        import_lexicon(write("en\tsq\nqqone\tqqnje\n"), **options)
    assert ImportedSource.objects.count() == 0


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        import_lexicon(tmp_path / "none.tsv", format="tsv", source="List", licence=LICENCE)


def test_nothing_to_do():
    with pytest.raises(CommandError, match="Name a file"):
        import_lexicon()


def test_another_machine_compiles_for_itself(wordnets, table_folder):
    """Its folder has no table of what was imported; until the command has run, searches go on without."""
    for folder in table_folder.glob("lexicon-imported-*"):
        folder.rename(table_folder / "elsewhere")
    assert import_lexicon(compile=True) == []
    assert labels("qqprison", "sq") == ["qqburg", "qqburg i madh"]
