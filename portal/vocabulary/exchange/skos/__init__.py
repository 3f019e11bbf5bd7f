"""The glossary as SKOS, the W3C's way of writing thesauri."""
