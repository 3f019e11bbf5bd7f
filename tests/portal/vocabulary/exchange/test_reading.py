"""Files that are broken, or made to do harm."""

import json

import pytest

from portal.vocabulary.exchange.entries import as_data
from portal.vocabulary.exchange.reader.refusal import Refusal
from portal.vocabulary.exchange.reading import KINDS, MOST_MEGABYTES
from portal.vocabulary.exchange.remarks import REFUSALS, refusal_text
from tests.portal.vocabulary.exchange.files import PREFIXES, uploaded

RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">{}</rdf:RDF>'
CONCEPT = (
    '<skos:Concept rdf:about="http://example.org/a"><skos:prefLabel xml:lang="en">{}</skos:prefLabel></skos:Concept>'
)
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">'
LABEL = '"http://www.w3.org/2004/02/skos/core#prefLabel": {"@value": "a", "@language": "en"}'


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("x.exe", "x", "kind"),
        ("x", "x", "kind"),
        ("x.ttl", "", "nothing"),
        ("x.ttl", "this is not Turtle", "damaged"),
        ("x.ttl", PREFIXES, "empty"),
        ("x.ttl", PREFIXES.encode() + 'x:a skos:prefLabel "šć"@bs .'.encode("cp1250"), "encoding"),
        ("x.ttl", PREFIXES + "x:a skos:broader " + "[ skos:broader " * 100_000, "large"),
        ("x.rdf", RDF.format("")[:-5], "damaged"),
        ("x.rdf", BOMB + "]>" + RDF.format(CONCEPT.format("&i;")), "document_type"),
        ("x.rdf", OUTSIDE + "]>" + RDF.format(CONCEPT.format("&i;")), "document_type"),
        ("x.xml", '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">' + RDF.format(CONCEPT.format("a")), "document_type"),
        ("x.jsonld", "{", "damaged"),
        ("x.jsonld", '{"@context": "http://example.org/c.jsonld", "@id": "x"}', "context"),
        ("x.jsonld", '[{"a": [{"@context": [{}, "/etc/passwd"]}]}]', "context"),
        ("x.json", '{"@context": {"@import": "http://example.org/c"}, "@id": "x"}', "context"),
        ("x.jsonld", "[" * 200_000, "large"),
        ("x.csv", "a;b\n1;2", "columns"),
        ("x.csv", "identifier;English: preferred term\n", "empty"),
        ("x.xlsx", "no workbook", "damaged"),
        ("x.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "protected"),
        ("x.ttl", PREFIXES + "".join(f'x:a{n} skos:prefLabel "a"@en .\n' for n in range(2001)), "many"),
        ("x.csv", "identifier\n" + "a\n" * 2300, "many"),
    ],
)
def test_such_files_are_refused_with_the_reason(name, data, key):
    with pytest.raises(Refusal) as refused:
        uploaded(data, name)
    assert refused.value.key == key
    assert key in REFUSALS
    assert "%(" not in refusal_text(key, refused.value.about)


def test_a_file_is_not_looked_at_when_it_is_too_large():
    with pytest.raises(Refusal) as refused:
        uploaded(b"x" * (MOST_MEGABYTES * 1024 * 1024 + 1), "x.ttl")
    assert refused.value.key == "size"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.ttl", b"\xef\xbb\xbf" + (PREFIXES + 'x:a skos:prefLabel "a"@en .').encode()),
        ("x.RDF", RDF.format(CONCEPT.format("a"))),
        ("x.owl", '<?xml version="1.0" encoding="windows-1250"?>' + RDF.format(CONCEPT.format("a"))),
        ("x.jsonld", f'{{"@id": "http://example.org/a", {LABEL}}}'),
        ("x.json", f'{{"@context": {{"l": "http://example.org/"}}, "@graph": [{{"@id": "l:a", {LABEL}}}]}}'),
    ],
)
def test_what_is_sound_is_read(name, data):
    (entry,) = uploaded(data, name).entries
    assert (entry.address, entry.texts) == ("http://example.org/a", {"label_en": ["a"]})


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.ttl", PREFIXES + '<http://example.org/\\u0000> skos:prefLabel "a\\uD800"@en, "b\\u0000"@sq, "c"@bs .'),
        ("x.jsonld", '{"@id": "http://example.org/\\ud800\\u0000", ' + LABEL + "}"),
        ("x.csv", "identifier;English: preferred term;x\0\nnot\0one;\0;\0\n"),
    ],
)
def test_nothing_is_kept_that_a_database_cannot_keep(name, data):
    said = json.dumps(as_data(uploaded(data, name)), ensure_ascii=False)
    assert "\\u0000" not in said
    assert said.encode()


def test_every_kind_has_its_reader():
    assert set(KINDS.values()) == {"ttl", "rdf", "jsonld", "csv", "xlsx"}
