"""The words by which members are found in the directory."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from portal.members.models import Level, Member


class DirectoryWord(models.Model):
    """A word of what a member wrote, and for whom that part of the profile is.

    `word` is a folded word, or the code of a language group, a colon and a lemma (`mk:zatvor`), as in the library's
    index. `weight` says how much it counts that somebody has it. There is a row for each level at which a word stands;
    what is for nobody has none. Written by `network.directory.words` whenever a member changes, never by hand.
    """

    member = models.ForeignKey(Member, related_name="directory_words", on_delete=models.CASCADE, db_index=False)
    word = models.CharField(max_length=120)
    level = models.CharField(max_length=8, choices=Level.choices)
    weight = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["member", "word", "level"], name="one_row_a_word_of_a_member")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["word", "level", "member"]),
            # The words of names, which are looked through for those that are nearly what was typed.
            models.Index(fields=["weight", "word"]),
        ]

    def __str__(self) -> str:
        return self.word
