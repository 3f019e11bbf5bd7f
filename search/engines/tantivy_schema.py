"""Fields of the tantivy index, and a document in them."""

from __future__ import annotations

import tantivy

from search.analysis.language_groups import GROUP_CODES, GROUP_OF
from search.analysis.tokens import folded_text
from search.documents.document import SearchDocument
from search.documents.facets import FacetName

#: Raise it with every change of fields or of the analysis: an index of another version is never opened.
SCHEMA_VERSION = "1"

#: Parts of a text that are weighed apart.
PARTS = ("title", "summary", "text")

#: The words arrive analysed; the engine only splits at spaces.
ANALYSED = "analysed"


def words_field(part: str, group: str) -> str:
    return f"{part}_{group}"


def build_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("audience", tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("date", fast=True)
    for part in PARTS:
        for group in GROUP_CODES:
            builder.add_text_field(words_field(part, group), tokenizer_name=ANALYSED, index_option="position")
    for name in FacetName:
        builder.add_text_field(name.value, fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def register_tokenizers(index: tantivy.Index) -> None:
    """After every opening: an index does not remember its tokenizers."""
    whitespace = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(ANALYSED, whitespace)


def tantivy_document(document: SearchDocument) -> tantivy.Document:
    """The document in the fields of the schema. Languages of one group follow each other in its fields."""
    made = tantivy.Document()
    made.add_text("id", document.id)
    made.add_text("audience", document.audience)
    made.add_integer("date", document.date.toordinal())
    for code, text in document.texts.items():
        group = GROUP_OF[code]
        for part in PARTS:
            folded = folded_text(getattr(text, part))
            if folded:
                made.add_text(words_field(part, group), folded)
    for name, values in document.facets.items():
        for value in values:
            made.add_text(name.value, value)
    return made
