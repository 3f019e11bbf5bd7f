"""Macedonian: article, plural, gender of adjectives."""

from __future__ import annotations

_ARTICLES = ("ot", "ta", "to", "te", "ov", "va", "vo", "ve", "on", "na", "no", "ne")
_PLURALS = ("ovi", "evi", "inja", "ci", "i", "a", "e", "o")


def stem(word: str) -> str:
    for article in _ARTICLES:
        if word.endswith(article) and len(word) >= len(article) + 4:
            word = word[: -len(article)]
            break
    for plural in _PLURALS:
        if word.endswith(plural) and len(word) >= len(plural) + 4:
            return word[: -len(plural)]
    return word
