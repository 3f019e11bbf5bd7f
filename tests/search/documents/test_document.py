"""Ids of documents."""

import pytest

from search.documents.document import document_id, parse_document_id


def test_an_id_names_model_and_key():
    assert document_id("practices.goodpractice", 12) == "practices.goodpractice:12"
    assert parse_document_id("practices.goodpractice:12") == ("practices.goodpractice", 12)


@pytest.mark.parametrize("text", ["", "practices.standard", "practices.standard:", "a:-1", "a:1:2", "a:x", "a:²"])
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError):
        parse_document_id(text)
