"""Tables of imported lists in a folder of the test; the one that ships is copied, not compiled again."""

import shutil
from pathlib import Path

import pytest
from django.conf import LazySettings

from search.analysis.language_groups import GROUP_CODES
from search.analysis.lemmas import lemma
from search.analysis.tokens import tokens
from search.lexicon import folders
from search.lexicon.expansion import expand


@pytest.fixture
def table_folder(settings: LazySettings, tmp_path: Path, db: None) -> Path:
    """LANGUAGE_TABLES_DIR of this test. The tables of lemmas stay mapped from where they were."""
    for group in GROUP_CODES:
        lemma("prison", group)
    shipped = folders.shipped()
    folders.shipped_table(shipped)
    settings.LANGUAGE_TABLES_DIR = tmp_path / "tables"
    shutil.copytree(shipped, folders.shipped())
    return tmp_path / "tables"


def matches(text: str, **likelihoods: float):
    """The terms found in a text, by default as English; `mk=0.5` names a language group and how likely it is."""
    words = [token.folded for token in tokens(text) if not token.is_joined]
    return expand(words, likelihoods or {"en": 1.0})


def labels(text: str, group: str, **likelihoods: float) -> list[str]:
    """What a text is also called in a language group, the best first."""
    return [
        equivalent.label
        for match in matches(text, **likelihoods)
        for equivalent in match.equivalents
        if equivalent.group == group
    ]
