"""A first draft of Bosnian, Montenegrin or Serbian out of another of the three."""

import csv
from pathlib import Path

import pytest

from portal.desk.near import draft as module
from portal.desk.near.draft import draft
from portal.desk.units.unit import Kind


@pytest.mark.parametrize(
    ("source", "target", "text", "expected"),
    [
        ("bs", "sr", "Općina i djeca, prije otpusta.", "Општина и деца, пре отпуста."),
        ("bs", "sr", "UVJETI I MJERE", "УСЛОВИ И МЕРЕ"),
        ("bs", "sr", "Njegov džep, injekcija, nadživjeti", "Његов џеп, инјекција, надживјети"),
        ("bs", "sr", "Vidi www.osce.org i OSCE, član IV", "Види www.osce.org и OSCE, члан IV"),
        ("bs", "sr", "prijatelj, prijem, nije, smije", "пријатељ, пријем, није, смије"),
        ("bs", "cnr", "Općinski uvjeti i historija, također", "Opštinski uslovi i istorija, takođe"),
        ("cnr", "sr", "Śutra, uslovi i mjesto", "Сјутра, услови и место"),
        ("cnr", "bs", "źenica", "zjenica"),
        ("sr", "bs", "Општина, деца и време после отпуста.", "Općina, djeca i vrijeme poslije otpusta."),
        ("sr", "cnr", "Већ је мера, верзија, делегација", "Već je mera, verzija, delegacija"),
    ],
)
def test_script_and_words_are_those_of_the_other_language(source, target, text, expected):
    assert draft(text, Kind.LINE, source, target) == expected


def test_markup_stays_and_what_is_in_it_is_escaped():
    text = '<p>Djeca &amp; <a linktype="page" id="3">mjere &lt;b&gt;</a></p>'
    assert draft(text, Kind.RICH, "bs", "sr") == '<p>Деца &amp; <a linktype="page" id="3">мере &lt;б&gt;</a></p>'


def test_no_word_of_the_list_stands_there_twice():
    with (Path(module.__file__).parent / "words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    words = [row["bs"] for row in rows]
    assert sorted(words) == sorted(set(words))
    assert [
        row for row in rows if len({cell.endswith("*") for name, cell in row.items() if name != "from_sr"}) != 1
    ] == []
