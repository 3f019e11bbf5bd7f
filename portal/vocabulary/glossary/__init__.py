"""The public glossary: concepts by hierarchy and letter, each with its terms in every language."""
