"""Fields of the Elasticsearch index, and a document in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from elasticsearch_dsl import Document, Keyword, Long, MetaField, Object, Text

from search.documents.document import SearchDocument
from search.documents.facets import FacetName
from search.documents.fingerprint import fingerprint
from search.engines.date_order import date_order
from search.engines.text_fields import TEXT_FIELDS, text_fields, vocabulary

#: A keyword of more than 32,766 bytes fails its whole document; so many characters are never more.
_LONGEST_VALUE = 8_000

#: What is longer is no word that anybody mistypes.
LONGEST_WORD = 255

#: The words arrive analysed, the engine only splits at spaces.
_WORDS = Text(analyzer="whitespace")


class ResourceDocument(Document):
    """A resource as the index holds it. `date` is for sorting; `texts` is kept for showing, not for finding."""

    id = Keyword()
    fingerprint = Keyword(index=False)
    audience = Keyword()
    date = Long()
    concept = Keyword()
    vocabulary = Keyword(ignore_above=LONGEST_WORD + 2, eager_global_ordinals=True)
    texts = Object(enabled=False)

    class Meta:
        dynamic = MetaField("strict")
        # The words are made anew for each rebuild; keeping them would double the index.
        source = MetaField(excludes=[*TEXT_FIELDS, "vocabulary"])


_mapping = ResourceDocument._doc_type.mapping
for _name in TEXT_FIELDS:
    _mapping.field(_name, _WORDS)
for _facet in FacetName:
    _mapping.field(_facet.value, Keyword(ignore_above=_LONGEST_VALUE, eager_global_ordinals=True))


def elasticsearch_fields(document: SearchDocument) -> Mapping[str, Any]:
    """The document in the fields of the index."""
    fields = text_fields(document)
    made = ResourceDocument(
        id=document.id,
        fingerprint=fingerprint(document),
        audience=document.audience,
        date=date_order(document),
        concept=list(document.concepts),
        vocabulary=list(vocabulary(fields)),
        texts={code: text.text for code, text in document.texts.items() if text.text},
        **{facet.value: list(values) for facet, values in document.facets.items()},
        **fields,
    )
    return made.to_dict()
