"""Bosnian, Montenegrin and Serbian: case, number and gender of nouns and adjectives, common endings of verbs."""

from __future__ import annotations

_ENDINGS = (
    "ovima", "evima", "ijima", "ovih", "ovim",
    "ama", "ima", "ovi", "evi", "ova", "eva", "ove", "eve", "oga", "ega", "omu", "emu", "ome",
    "om", "em", "og", "eg", "oj", "im", "ih", "a", "e", "i", "o", "u",
)  # fmt: skip


def stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + 4:
            return word[: -len(ending)]
    return word
