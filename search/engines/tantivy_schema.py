"""Fields of the tantivy index, and a document in them."""

from __future__ import annotations

import json

import tantivy

from search.documents.document import SearchDocument
from search.documents.facets import FacetName
from search.documents.fingerprint import fingerprint
from search.engines.date_order import date_order
from search.engines.text_fields import TEXT_FIELDS, text_fields, vocabulary

#: The words arrive analysed; the engine only splits at spaces.
_ANALYSED = "analysed"

#: Kept for showing, not for finding.
_NOT_FOUND_BY = "not-found-by"


def build_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("fingerprint", stored=True, tokenizer_name=_NOT_FOUND_BY, index_option="basic")
    builder.add_text_field("audience", tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("date", fast=True)
    for name in TEXT_FIELDS:
        builder.add_text_field(name, tokenizer_name=_ANALYSED, index_option="position")
    builder.add_text_field("concept", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("vocabulary", tokenizer_name=_ANALYSED, index_option="basic")
    builder.add_text_field("texts", stored=True, tokenizer_name=_NOT_FOUND_BY, index_option="basic")
    for name in FacetName:
        builder.add_text_field(name.value, fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def register_tokenizers(index: tantivy.Index) -> None:
    """After every opening: an index does not remember its tokenizers."""
    index.register_tokenizer(_ANALYSED, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    nothing = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.remove_long(1)).build()
    index.register_tokenizer(_NOT_FOUND_BY, nothing)


def tantivy_document(document: SearchDocument) -> tantivy.Document:
    """The document in the fields of the schema."""
    made = tantivy.Document()
    made.add_text("id", document.id)
    made.add_text("fingerprint", fingerprint(document))
    made.add_text("audience", document.audience)
    made.add_integer("date", date_order(document))
    fields = text_fields(document)
    for name, words in fields.items():
        made.add_text(name, words)
    made.add_text("vocabulary", " ".join(vocabulary(fields)))
    for concept in document.concepts:
        made.add_text("concept", concept)
    made.add_text("texts", json.dumps({code: text.text for code, text in document.texts.items() if text.text}))
    for facet, values in document.facets.items():
        for value in values:
            made.add_text(facet.value, value)
    return made
