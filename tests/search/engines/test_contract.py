"""What every engine has to do."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.core.visibility.audience import PUBLIC
from search.analysis.language_groups import GROUP_CODES
from search.analysis.tokens import tokens
from search.documents.document import DocumentText, SearchDocument
from search.documents.facets import FacetName
from search.documents.fingerprint import fingerprint
from search.engines.base import EngineQuery, IndexMissing, Sort
from search.engines.looked_for import AnyOf, Stream, Together, Words

STAGE, TYPE, BENEFICIARY = FacetName.STAGE, FacetName.TYPE, FacetName.BENEFICIARY


def ask(text="", *, audiences=(PUBLIC,), required=None, sort=None, group_weights=None, **more):
    """A query for the words of a text, in any language, all of them required unless told otherwise."""
    weights = group_weights or {}
    folded = [token.folded for token in tokens(text) if not token.is_joined]
    anywhere = [
        AnyOf(tuple(Words(group, Stream.WORDS, (word,), weights.get(group, 1.0)) for group in GROUP_CODES), 0.3)
        for word in folded
    ]
    return EngineQuery(
        audiences=frozenset(audiences),
        looked_for=Together(tuple(anywhere), len(folded) if required is None else required) if folded else None,
        sort=sort or (Sort.RELEVANCE if folded else Sort.NEWEST),
        **more,
    )


def found(engine, *arguments, **keywords):
    return [hit.id for hit in engine.search(ask(*arguments, **keywords)).hits]


# Without an index ------------------------------------------------------------------------------------------------


def test_without_an_index_nothing_can_be_asked_or_written(engine):
    with pytest.raises(IndexMissing):
        engine.search(ask("release"))
    with pytest.raises(IndexMissing), engine.writing():
        pass
    assert engine.status().ready is False


def test_an_empty_index_answers(engine):
    assert engine.rebuild([]) == 0
    result = engine.search(ask(facets=(STAGE,)))
    assert (result.hits, result.total, dict(result.counts[STAGE])) == ((), 0, {})
    assert (engine.status().ready, engine.status().documents) == (True, 0)


# Words -----------------------------------------------------------------------------------------------------------


def test_words_are_found_in_title_summary_and_text(engine, make_document):
    engine.rebuild(
        [
            make_document("a:1", "Release plan"),
            make_document("a:2", summary="A plan for release"),
            make_document("a:3", text="The release is planned"),
            make_document("a:4", "Admission"),
        ]
    )
    assert found(engine, "release") == ["a:1", "a:2", "a:3"]


@pytest.mark.parametrize("query", ["затвор", "ЗАТВОР", "zatvor", "Zatvor"])
def test_both_scripts_meet(engine, make_document, query):
    engine.rebuild([make_document("a:1", "Затвор", lang="sr"), make_document("a:2", "Zatvor", lang="bs")])
    assert sorted(found(engine, query)) == ["a:1", "a:2"]


def test_as_many_words_as_required(engine, make_document):
    engine.rebuild(
        [
            make_document("a:1", "one"),
            make_document("a:2", "one two"),
            make_document("a:3", "one two three"),
        ]
    )
    assert found(engine, "one two three", required=3) == ["a:3"]
    assert found(engine, "one two three", required=2) == ["a:3", "a:2"]


def test_the_readers_language_comes_first(engine, make_document):
    engine.rebuild([make_document("a:1", "program", lang="sq"), make_document("a:2", "program", lang="bs")])
    assert found(engine, "program", group_weights={"sq": 1.0, "hbs": 0.5}) == ["a:1", "a:2"]
    assert found(engine, "program", group_weights={"sq": 0.5, "hbs": 1.0}) == ["a:2", "a:1"]


def test_scores_fall(engine, make_document):
    engine.rebuild([make_document("a:1", "plan", text="plan"), make_document("a:2", text="plan and more")])
    scores = [hit.score for hit in engine.search(ask("plan")).hits]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[1] > 0


# Order and pages -------------------------------------------------------------------------------------------------


@pytest.fixture
def dated(engine, make_document):
    engine.rebuild([make_document(f"a:{year}", "plan", day=date(year, 5, 1)) for year in (2024, 2026, 2025)])
    return engine


def test_newest_and_oldest_first(dated):
    assert found(dated) == ["a:2026", "a:2025", "a:2024"]
    assert found(dated, "plan", sort=Sort.OLDEST) == ["a:2024", "a:2025", "a:2026"]


def test_of_one_day_what_was_made_later_is_newer(engine, make_document):
    engine.rebuild([make_document(f"a:{key}", "plan") for key in (7, 30, 4)])
    assert found(engine) == ["a:30", "a:7", "a:4"]
    assert found(engine, "plan", sort=Sort.OLDEST) == ["a:4", "a:7", "a:30"]


def test_pages(dated):
    assert found(dated, limit=2) == ["a:2026", "a:2025"]
    assert found(dated, limit=2, offset=2) == ["a:2024"]
    assert found(dated, limit=2, offset=1_000_000) == []
    result = dated.search(ask(limit=0))
    assert (result.hits, result.total) == ((), 3)


# Filters and counts ----------------------------------------------------------------------------------------------


@pytest.fixture
def faceted(engine, make_document):
    engine.rebuild(
        [
            make_document("a:1", "plan", type=["standard"], stage=["release", "admission"], beneficiary=["AL"]),
            make_document("a:2", "plan", type=["standard"], stage=["release"], beneficiary=["XK"]),
            make_document("a:3", "plan", type=["practice"], stage=["admission"], beneficiary=["AL", "XK"]),
            make_document("a:4", "else", type=["practice"], stage=[]),
        ]
    )
    return engine


ALL = (TYPE, STAGE, BENEFICIARY)


def counts(engine, text="", **keywords):
    return {
        name.value: dict(values) for name, values in engine.search(ask(text, facets=ALL, **keywords)).counts.items()
    }


def test_counts_of_everything(faceted):
    assert counts(faceted) == {
        "type": {"standard": 2, "practice": 2},
        "stage": {"release": 2, "admission": 2},
        "beneficiary": {"AL": 2, "XK": 2},
    }


def test_values_of_one_facet_are_alternatives_and_facets_add_up(faceted):
    assert sorted(found(faceted, filters={STAGE: ("release", "admission")})) == ["a:1", "a:2", "a:3"]
    assert found(faceted, filters={STAGE: ("release",), BENEFICIARY: ("AL",)}) == ["a:1"]
    assert found(faceted, filters={STAGE: ("nowhere",)}) == []


def test_a_facet_is_counted_with_the_filters_of_the_others_only(faceted):
    assert counts(faceted, filters={TYPE: ("standard",)}) == {
        "type": {"standard": 2, "practice": 2},
        "stage": {"release": 2, "admission": 1},
        "beneficiary": {"AL": 1, "XK": 1},
    }
    assert counts(faceted, filters={TYPE: ("standard",), BENEFICIARY: ("AL",)}) == {
        "type": {"standard": 1, "practice": 1},
        "stage": {"release": 1, "admission": 1},
        "beneficiary": {"AL": 1, "XK": 1},
    }


def test_words_narrow_the_counts(faceted):
    assert counts(faceted, "plan")["type"] == {"standard": 2, "practice": 1}


def test_a_count_is_what_choosing_the_value_gives(faceted):
    chosen = {STAGE: ("release",)}
    for value, number in counts(faceted, filters=chosen)["beneficiary"].items():
        assert faceted.search(ask(filters={**chosen, BENEFICIARY: (value,)})).total == number


def test_filters_do_not_change_scores(faceted):
    plain = {hit.id: hit.score for hit in faceted.search(ask("plan")).hits}
    narrowed = {hit.id: hit.score for hit in faceted.search(ask("plan", filters={STAGE: ("release",)})).hits}
    assert narrowed == {identifier: plain[identifier] for identifier in ("a:1", "a:2")}


# Audience --------------------------------------------------------------------------------------------------------


def test_what_is_closed_is_in_no_hit_total_or_count(engine, make_document):
    engine.rebuild(
        [
            make_document("a:1", "plan", stage=["release"]),
            make_document("a:2", "plan secret", stage=["release", "admission"], audience="g7|g9&login"),
        ]
    )
    outside = engine.search(ask("plan", facets=(STAGE,)))
    assert ([hit.id for hit in outside.hits], outside.total) == (["a:1"], 1)
    assert outside.counts[STAGE] == {"release": 1}
    assert engine.search(ask("secret")).total == 0
    inside = engine.search(ask("plan", audiences=(PUBLIC, "g7|g9&login"), facets=(STAGE,)))
    assert (inside.total, inside.counts[STAGE]) == (2, {"release": 2, "admission": 1})


def test_a_filter_opens_nothing(engine, make_document):
    engine.rebuild([make_document("a:1", "plan", stage=["release"], audience="login")])
    result = engine.search(ask(filters={STAGE: ("release",)}, facets=(STAGE, TYPE)))
    assert (result.hits, result.total, dict(result.counts[STAGE])) == ((), 0, {})


# Changes ---------------------------------------------------------------------------------------------------------


def test_a_document_replaces_the_one_with_its_id(engine, make_document):
    engine.rebuild([make_document("a:1", "old"), make_document("a:11", "old")])
    with engine.writing() as writer:
        assert writer.index([make_document("a:1", "new")]) == 1
    assert (found(engine, "new"), found(engine, "old")) == (["a:1"], ["a:11"])


def test_deleting_takes_out_and_unknown_ids_are_fine(engine, make_document):
    engine.rebuild([make_document("a:1", "plan"), make_document("a:2", "plan")])
    with engine.writing() as writer:
        writer.delete(["a:1", "a:99"])
    assert found(engine) == ["a:2"]
    assert engine.status().documents == 1


def test_changes_become_visible_together_or_not_at_all(engine, make_document):
    engine.rebuild([make_document("a:1", "plan")])
    with pytest.raises(LookupError), engine.writing() as writer:
        writer.delete(["a:1"])
        writer.index([make_document("a:2", "plan")])
        assert found(engine) == ["a:1"]
        raise LookupError
    assert found(engine) == ["a:1"]
    with engine.writing() as writer:
        writer.index([make_document("a:3", "plan", day=date(2020, 1, 1))])
    assert found(engine) == ["a:1", "a:3"]


def test_a_rebuild_replaces_everything(engine, make_document):
    engine.rebuild([make_document("a:1", "plan")])
    assert engine.rebuild([make_document("a:2", "plan"), make_document("a:3", "plan")]) == 2
    assert sorted(found(engine)) == ["a:2", "a:3"]


def test_a_rebuild_that_breaks_off_leaves_the_old_index(engine, make_document):
    engine.rebuild([make_document("a:1", "plan")])

    def documents():
        yield make_document("a:2", "plan")
        raise LookupError

    with pytest.raises(LookupError):
        engine.rebuild(documents())
    assert found(engine) == ["a:1"]


def test_searches_go_on_during_a_rebuild(engine, make_document):
    engine.rebuild([make_document("a:1", "plan")])
    seen = []

    def documents():
        yield make_document("a:2", "plan")
        seen.append(found(engine))

    engine.rebuild(documents())
    assert seen == [["a:1"]]
    assert found(engine) == ["a:2"]


@pytest.fixture
def small_portions(monkeypatch):
    """What is done at a time in a rebuild: two documents."""
    monkeypatch.setattr("search.engines.tantivy_engine._REBUILD_PORTION", 2)
    monkeypatch.setattr("search.engines.elasticsearch_writing._CHANGES", 2)


def test_an_interrupted_rebuild_goes_on_where_it_was(engine, make_document, small_portions):
    def documents(number):
        yield from (make_document(f"a:{one}", "plan") for one in range(number))
        raise KeyboardInterrupt

    for number, done in ((5, 4), (1, 4), (7, 6)):
        with pytest.raises(KeyboardInterrupt):
            engine.rebuild(documents(number))
        assert (engine.status().ready, engine.status().unfinished) == (False, done)
    # What changed in the meantime is not taken for done.
    now = [make_document("a:0", "changed"), make_document("a:2", "plan"), make_document("a:9", "plan")]
    assert engine.rebuild(now) == 3
    assert (sorted(found(engine, "plan")), found(engine, "changed")) == (["a:2", "a:9"], ["a:0"])
    assert (engine.status().documents, engine.status().unfinished) == (3, 0)


def test_fingerprints_tell_what_every_document_says(engine, make_document):
    documents = [make_document("a:1", "plan"), make_document("a:2", "plan"), make_document("b:1", "else")]
    engine.rebuild(documents)
    assert engine.fingerprints() == {document.id: fingerprint(document) for document in documents}
    changed = make_document("a:2", "plan", audience="g7")
    with engine.writing() as writer:
        writer.index([changed])
        writer.delete(["b:1"])
    assert engine.fingerprints() == {"a:1": fingerprint(documents[0]), "a:2": fingerprint(changed)}
    assert fingerprint(changed) != fingerprint(documents[1])


# Whatever is asked -----------------------------------------------------------------------------------------------


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(max_size=200),
    value=st.text(max_size=40),
    sort=st.sampled_from(Sort),
    offset=st.integers(min_value=0, max_value=200_000),
)
def test_hostile_words_and_values_find_nothing_but_never_fail(engine, make_document, text, value, sort, offset):
    if not engine.status().ready:
        engine.rebuild([make_document("a:1", "plan")])
    query = ask(text, filters={STAGE: (value,)}, sort=sort, offset=offset, facets=tuple(FacetName))
    assert engine.search(query).total == 0


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(max_size=300), text=st.text(max_size=300))
def test_any_text_can_be_indexed_and_its_words_found(engine, make_document, title, text):
    if not engine.status().ready:
        engine.rebuild([])
    with engine.writing() as writer:
        writer.index([make_document("a:1", title, text=text)])
    for token in [*tokens(title), *tokens(text)]:
        looked_for = Words("en", Stream.WORDS, (token.folded,))
        assert engine.search(EngineQuery(frozenset({PUBLIC}), looked_for)).total == 1


def test_every_language_has_its_place(engine):
    texts = {code: DocumentText(f"title{code}", "", "") for code in ("en", "sq", "bs", "cnr", "mk", "sr")}
    engine.rebuild([SearchDocument("a:1", texts, {}, date(2026, 1, 1), PUBLIC, is_sample=False)])
    assert [found(engine, f"title{code}") for code in texts] == [["a:1"]] * 6
