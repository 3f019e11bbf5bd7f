"""What becomes of each row, and why."""

import pytest

from portal.accounts.models import User
from tests.factories.members import make_member
from tests.factories.participant_lists import make_list
from tests.factories.people import make_user
from tests.factories.trainings import make_enrolment, make_training
from tests.factories.vocabulary import make_beneficiary
from trainings.importing.fates import Fate, rows_of
from trainings.importing.known import Known, language_for
from trainings.models import ExpectedParticipant

pytestmark = pytest.mark.django_db


def person(first, last, email, **fields):
    return make_member(user=make_user(first_name=first, last_name=last, email=email), **fields)


@pytest.fixture(scope="module")
def training_key(shared_rows):
    return make_training().pk


def fates(training, *rows, choices=None):
    source = make_list(training, *rows, user=make_user(), choices=choices or {})
    return [(row.fate.value, row.reason) for row in rows_of(source)]


def rows(training, *cells, choices=None):
    return rows_of(make_list(training, *cells, user=make_user(), choices=choices or {}))


def test_new_known_enrolled_and_expected(training):
    person("Ana", "Member", "ana@example.org")
    make_enrolment(training, person("Besa", "Enrolled", "besa@example.org"))
    ExpectedParticipant.objects.create(training=training, email="cana@example.org", name="Cana")
    assert fates(
        training,
        ["Dana New", "dana@example.org"],
        ["Ana Member", "ANA@example.org"],
        ["Besa Enrolled", "besa@example.org"],
        ["Cana", "cana@example.org"],
    ) == [("new", ""), ("member", ""), ("enrolled", ""), ("expected", "")]


def test_errors_say_why(training):
    person("Gone", "Away", "suspended@example.org", state="suspended")
    User.objects.create(email="ended@example.org", is_active=False)
    assert fates(
        training,
        ["", "nobody@example.org"],
        ["Ana", ""],
        ["Ana", "ana@example"],
        ["Ana", "ana@example.org", "Atlantis"],
        ["Gone", "suspended@example.org"],
        ["Ended", "ended@example.org"],
    ) == [
        ("error", "The name is missing."),
        ("error", "The e-mail address is missing."),
        ("error", "The e-mail address has no ending, such as .org: ana@example"),
        ("error", "Unknown beneficiary: Atlantis"),
        ("error", "Nobody can be invited at this address. Ask the administrators."),
        ("error", "Nobody can be invited at this address. Ask the administrators."),
    ]


def test_one_person_twice_in_the_file_also_in_two_scripts(training):
    assert fates(
        training,
        ["Đorđe Petrović", "djordje@example.org"],
        ["Ђорђе Петровић", "djordje@example.org"],
        ["Petrovic Djordje", "DJORDJE@example.org"],
        ["Somebody Else", "djordje@example.org"],
    ) == [("new", ""), ("twice", ""), ("twice", ""), ("error", "Row 2 has the same address, with another name.")]
    again = rows(training, ["Đorđe Petrović", "djordje@example.org"], ["Ђорђе Петровић", "other@example.org"])
    assert [(row.fate, row.like) for row in again] == [(Fate.NEW, None), (Fate.LIKELY, 2)]


def test_a_row_with_an_error_keeps_nobody_else_out(training):
    assert fates(training, ["Ana", "ana@example.org", "Atlantis"], ["Ana", "ana@example.org", ""]) == [
        ("error", "Unknown beneficiary: Atlantis"),
        ("new", ""),
    ]


@pytest.mark.parametrize("name", ["Đorđe Petrović", "Djordje Petrovic", "Ђорђе Петровић", "Petrović Đorde"])
def test_likely_the_same_person_across_scripts_and_spellings(training, name):
    member = person("Ђорђе", "Петровић", "known@example.org")
    (row,) = rows(training, [name, "other@example.org"])
    assert (row.fate, row.member, row.is_open) == (Fate.LIKELY, member.pk, True)


def test_somebody_decides_who_is_the_same(training):
    member = person("Ana", "Sample", "known@example.org")
    cells = ["Ana Sample", "other@example.org"]
    (same,) = rows(training, cells, choices={"2": "same"})
    assert (same.enrols, same.member, same.invites) == (True, member.pk, False)
    (other,) = rows(training, cells, choices={"2": "other"})
    assert (other.enrols, other.invites) == (False, True)
    (nonsense,) = rows(training, cells, choices={"2": "none"})
    assert nonsense.is_open
    # Without an address nobody can be invited.
    (nameless,) = rows(training, ["Ana Sample", ""], choices={"2": "other"})
    assert (nameless.is_open, nameless.can_be_other) == (True, False)


def test_whoever_left_is_not_compared_with(training):
    person("Ana", "Sample", "gone@example.org", state="left")
    assert fates(training, ["Ana Sample", "ana@example.org"]) == [("new", "")]


@pytest.mark.parametrize("written", ["Kosovo*", "Kosova", "Косово", "xk", "KS"])
def test_beneficiaries_in_every_spelling(training, written):
    wanted = make_beneficiary("XK")
    wanted.name_en, wanted.name_sr = "Kosovo", "Косово"
    wanted.save()
    assert Known(training).beneficiary(written) == wanted


def test_the_language_in_which_somebody_is_invited(training):
    beneficiary = make_beneficiary("AL")
    beneficiary.portal_languages = "sq en"
    assert language_for("Македонски, English", beneficiary, "en") == "mk"
    assert language_for("srpski", None, "en") == "sr"
    assert language_for("Klingon", beneficiary, "en") == "sq"
    assert language_for("", None, "bs") == "bs"


@pytest.mark.parametrize("count", [1, 30])
def test_the_number_of_queries_does_not_grow(training, django_assert_num_queries, count):
    make_beneficiary("AL")
    for number in range(count):
        person("Ana", f"Sample{number}", f"{number}@example.org")
    source = make_list(
        training,
        *[[f"Ana Sample{number}", f"o{number}@example.org", "AL"] for number in range(count)],
        user=make_user(),
    )
    with django_assert_num_queries(4):
        rows_of(source)
