"""Names of people in texts, in both scripts and with their endings."""

import pytest

from network.rules.names import Text, names_in


def found(text, *names):
    return [one.name for one in names_in([Text("Item 1", "item-1", text)], names)]


@pytest.mark.parametrize(
    "text",
    [
        "As Petrović said",
        "Захваљујемо Петровићу",
        "zahvaljujemo Petrovicu",
        "Petrovićeva izjava",
        "said by marko petrović in the end",
        "Marku je rečeno",
        # As Macedonian and Albanian write it.
        "Петровиќ рече",
        "на Петровиќева",
        "Petroviqi tha",
        "Petroviçit iu tha",
    ],
)
def test_a_name_is_found(text):
    assert found(text, "Marko Petrović") == ["Marko Petrović"]


@pytest.mark.parametrize("text", ["A market was opened", "Peter said so", "the petrol station", "", "M. P. said"])
def test_what_only_looks_like_one_is_not(text):
    assert found(text, "Marko Petrović") == []


@pytest.mark.parametrize("text", ["Hoxhës iu tha", "Hoxhaj"])
def test_albanian_endings(text):
    assert found(text, "Arta Hoxha") == ["Arta Hoxha"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Xhemal Hoxha", "рекао је Хоџа"),
        ("Xhemal Hoxha", "rekao je Džemal"),
        ("Љубиша Илић", "Lubishës iu tha"),
        ("Rrahman Llalloshi", "на Рахмана Лалошија"),
        ("Ќиро Ѓорѓиев", "Kiro je rekao"),
        ("Ќиро Ѓорѓиев", "Gjorgjievit iu tha"),
        ("Ana Petrović-Hoxha", "Petrovićeva izjava"),
        ("Ana Hoxha", "rekla je Petrović-Hodža"),
        ("Qazim Shala", "Шаљи је речено; Ćazim"),
    ],
)
def test_as_another_language_spells_it(name, text):
    assert found(text, name) == [name]


def test_short_parts_of_names_are_not_looked_for():
    assert found("De Vries and the rest", "Jo de") == []


def test_it_says_where():
    (one,) = names_in([Text("Item 1", "item-1", "x " * 60 + "then Petrović spoke" + " y" * 60)], ["Marko Petrović"])
    assert (one.place, one.anchor, "then Petrović spoke" in one.around, len(one.around) < 120) == (
        "Item 1",
        "item-1",
        True,
        True,
    )
