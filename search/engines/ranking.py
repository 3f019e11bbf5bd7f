"""What a match is worth, the same in every engine."""

#: Parts of a document's text that are weighed apart: what a word in a title is worth against one in the text. Files
#: that hang on a page say less about it than the page itself, and the names of what it is classified by least: many
#: resources share them.
PART_WEIGHTS = {"title": 1.6, "summary": 1.2, "text": 1.0, "files": 0.5, "labels": 0.3}

PARTS = tuple(PART_WEIGHTS)

#: How much the weaker parts add to the strongest (measured: 0 to 0.1 does best).
PARTS_TIE = 0.1

#: The part in which beginnings of words are looked for, and that of the names of what a resource is classified by.
TITLE = "title"
LABELS = "labels"

#: The parts that are texts of one language each (search.documents.document.DocumentText).
TEXT_PARTS = tuple(part for part in PARTS if part != LABELS)
