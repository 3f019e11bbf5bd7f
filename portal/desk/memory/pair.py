"""What the memory consists of."""

from __future__ import annotations

from django.db import models
from wagtail.models import Page


class TranslationPair(models.Model):
    """A sentence of a published page and its translation; a whole text, if its sentences cannot be told apart.

    `key` is the text of the page it comes from (portal.desk.units). `fingerprint` is of languages and both texts.
    """

    page = models.ForeignKey(Page, related_name="+", on_delete=models.CASCADE)
    key = models.CharField(max_length=255)
    source_language = models.CharField(max_length=3)
    target_language = models.CharField(max_length=3)
    source = models.TextField()
    target = models.TextField()
    is_reviewed = models.BooleanField()
    fingerprint = models.CharField(max_length=64)

    class Meta:
        verbose_name = "pair of the translation memory"
        verbose_name_plural = "pairs of the translation memory"
        constraints = [models.UniqueConstraint(fields=["page", "fingerprint"], name="a_page_says_the_same_once")]

    def __str__(self) -> str:
        return f"{self.source} = {self.target}"


class PairWord(models.Model):
    """A word of the source of a pair, by which the pair is found. `direction` is as in `en>sq`."""

    pair = models.ForeignKey(TranslationPair, related_name="words", on_delete=models.CASCADE)
    direction = models.CharField(max_length=7)
    word = models.CharField(max_length=64)

    class Meta:
        verbose_name = "word of the translation memory"
        verbose_name_plural = "words of the translation memory"
        indexes = [models.Index(fields=["direction", "word", "pair"], name="pairs_by_word")]

    def __str__(self) -> str:
        return f"{self.direction} {self.word}"
