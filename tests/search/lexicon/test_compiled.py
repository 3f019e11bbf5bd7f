"""Tables find what went into them, in memory or mapped from a folder."""

import pytest

from search.lexicon.compiled import Meaning, Table, write
from search.lexicon.senses import Sense, Term

BURG = Sense((Term("en", "prison"), Term("sq", "burg", 0.8, 0.9), Term("mk", "затвор", 0.5, meant=None)))
JAIL = Sense((Term("en", "jail"), Term("en", "prison", 0.4, 0.7)))


@pytest.fixture(params=["memory", "folder"])
def table(request, tmp_path):
    if request.param == "memory":
        return Table.of([JAIL, BURG])
    write(tmp_path, [JAIL, BURG])
    return Table.at(tmp_path)


def test_all_meanings_of_a_term_the_likeliest_first(table):
    assert table.meanings("en", ("prison",)) == [
        Meaning(1.0, (Term("en", "prison"), Term("sq", "burg", 0.8), Term("mk", "затвор", 0.5))),
        Meaning(0.7, (Term("en", "jail"), Term("en", "prison", 0.4))),
    ]
    assert [meaning.meant for meaning in table.meanings("sq", ("burg",))] == [0.9]


def test_terms_that_only_widen_a_sense_do_not_lead_to_it(table):
    assert (table.knows("en", ("jail",)), table.knows("mk", ("zatvor",))) == (True, False)
    assert table.meanings("mk", ("zatvor",)) == []


def test_a_term_of_another_language_is_another_term(table):
    assert (table.knows("hbs", ("burg",)), table.knows("en", ("prison", "prison"))) == (False, False)


def test_an_empty_table(tmp_path):
    write(tmp_path, [])
    assert Table.at(tmp_path).meanings("en", ("prison",)) == []


def test_a_folder_without_a_table(tmp_path):
    with pytest.raises(OSError):
        Table.at(tmp_path)


def test_white_space_within_a_term_does_not_break_the_table():
    table = Table.of([Sense((Term("en", "prison\t\n officer"), Term("sq", "roje\u2028burgu")))])
    (meaning,) = table.meanings("en", ("prison", "offic")) or table.meanings("en", ("prison", "officer"))
    assert [term.text for term in meaning.terms] == ["prison officer", "roje burgu"]
