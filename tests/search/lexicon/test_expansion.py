"""What a query is also searched by."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.analysis.language_groups import GROUP_CODES
from search.lexicon.expansion import expand
from search.lexicon.recognition import MOST_IN_A_GROUP
from search.lexicon.senses import Origin
from tests.factories.vocabulary import make_beneficiary, make_concept
from tests.search.lexicon.conftest import labels, matches

pytestmark = pytest.mark.django_db


@pytest.fixture
def release():
    return make_concept(
        "conditional-release",
        label_en="conditional release",
        label_sq="lirim me kusht",
        label_bs="uslovni otpust",
        label_cnr="uslovni otpust",
        label_mk="условен отпуст",
        label_sr="условни отпуст",
        alternative_labels_en="release on licence\nparole",
    )


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("uslovni otpust", "hbs"),
        ("uslovnog otpusta", "hbs"),
        ("условног отпуста", "hbs"),
        ("условен отпуст", "mk"),
        ("uslovniot otpust", "mk"),
        ("lirimin me kusht", "sq"),
        ("lirimi kusht", "sq"),
        ("releases on licence", "en"),
        ("parole", "en"),
    ],
)
def test_a_term_is_recognised_in_every_form(release, text, group):
    (match,) = matches(text, **{group: 1.0})
    assert (match.start, match.length, match.group) == (0, len(text.split()), group)
    best = {}
    for equivalent in match.equivalents:
        best.setdefault(equivalent.group, equivalent.label)
    expected = {"en": "conditional release", "sq": "lirim me kusht", "hbs": "uslovni otpust", "mk": "условен отпуст"}
    assert {**expected, group: None} == {**best, group: None}


def test_weights_of_the_thesaurus():
    above = make_concept("supervision", label_en="qqsupervision", label_sq="qqmbikëqyrje")
    middle = make_concept(
        "probation", label_en="qqprobation", label_sq="qqprovë", alternative_labels_sq="qqsprovë", broader=above
    )
    make_concept("order", label_en="qqorder", label_sq="qqurdhër", broader=middle)
    make_concept("other", label_en="qqother", label_sq="qqtjetër", broader=above)

    (match,) = matches("qqprobation")
    found = {one.label: (one.weight, one.origin) for one in match.equivalents if one.group == "sq"}
    assert found == {
        "qqprovë": (1.0, Origin.THESAURUS),
        "qqsprovë": (0.9, Origin.THESAURUS),
        "qqurdhër": (0.5, Origin.THESAURUS),
        "qqmbikëqyrje": (0.35, Origin.THESAURUS),
    }


def test_the_best_come_first_and_no_more_than_four_of_a_group():
    make_concept(
        "many", label_en="qqmany", label_sq="qqnjë", alternative_labels_sq="qqdy\nqqtre\nqqkatër\nqqpesë\nqqgjashtë"
    )
    assert labels("qqmany", "sq") == ["qqnjë", "qqdy", "qqtre", "qqkatër"]


def test_the_longest_term_wins_and_other_words_keep_their_own():
    make_concept("prison", label_en="qqprison", label_sq="qqburg")
    make_concept("leave", label_en="qqleave", label_sq="qqleje")
    make_concept("prison-leave", label_en="qqprison qqleave", label_sq="qqleje nga qqburgu")
    assert [(match.start, match.length, match.label) for match in matches("qqprison qqleave qqprison")] == [
        (0, 2, "qqprison qqleave"),
        (2, 1, "qqprison"),
    ]


@pytest.mark.parametrize(
    ("text", "span"), [("shërbimi i provës", (0, 3)), ("sherbimit te proves", (0, 3)), ("në shërbimin provës", (1, 2))]
)
def test_albanian_articles_come_and_go(text, span):
    make_concept("probation-service", label_en="probation service", label_sq="shërbimi i provës")
    assert [(match.start, match.length) for match in matches(text, sq=1.0) if match.length > 1] == [span]


def test_reflexive_pronouns_do_not_count():
    assert labels("pridružiti", "en", hbs=1.0) == labels("pridružiti se", "en", hbs=1.0) != []


def test_names_are_known():
    make_beneficiary("AL", name_sq="Shqipëria", name_mk="Албанија", name_sr="Албанија", capital_en="Tirana")
    assert labels("Shqipëri", "mk", sq=1.0) == ["Албанија"]


def test_the_general_lexicon_gives_the_most_usual_first():
    (match,) = matches("doctor")
    found = [(one.label, one.weight, one.origin) for one in match.equivalents if one.group == "sq"]
    assert found == [("mjek", 1.0, Origin.LEXICON), ("doktor", 0.8, Origin.LEXICON)]


def test_of_two_words_with_one_lemma_the_one_that_was_typed_is_meant():
    assert labels("sudija", "en", hbs=1.0)[0] == "judge"
    assert "court" not in labels("sudija", "en", hbs=1.0)[:1]


def test_an_unlikely_language_counts_less_and_a_very_unlikely_one_not_at_all():
    make_concept("same", label_en="qqone", label_sq="qqsame")
    make_concept("other", label_en="qqtwo", label_mk="qqsame")
    found = [
        {one.label: round(one.weight, 2) for one in match.equivalents if one.group == "en"}
        for match in (
            *matches("qqsame", sq=0.8, mk=0.2),
            *matches("qqsame", sq=0.95, mk=0.05),
        )
    ]
    assert found == [{"qqone": 1.0, "qqtwo": 0.25}, {"qqone": 1.0}]


def test_what_is_no_term_has_no_match():
    assert matches("qqnothing qqwhatever") == ()


def test_no_words_cost_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert expand([], {"en": 1.0}) == ()


@pytest.mark.parametrize("number", [1, 3])
def test_one_query_once_the_lexicon_is_there(number, django_assert_num_queries):
    for position in range(number):
        make_concept(f"concept-{position}", label_en=f"qqconcept {position}")
    matches("qqconcept")
    with django_assert_num_queries(1):
        matches(" ".join(["qqconcept court"] * number))


@given(st.lists(st.text(max_size=8), max_size=80), st.dictionaries(st.sampled_from(GROUP_CODES), st.floats(0, 1)))
@settings(max_examples=60)
def test_whatever_the_words_it_never_fails(words, groups):
    taken = set()
    for match in expand(words, groups):
        span = set(range(match.start, match.start + match.length))
        assert match.length > 0 and max(span) < len(words) and not span & taken
        taken |= span
        for group in GROUP_CODES:
            assert len([one for one in match.equivalents if one.group == group]) <= MOST_IN_A_GROUP
        assert all(0 < one.weight <= 1 and one.lemmas for one in match.equivalents)
