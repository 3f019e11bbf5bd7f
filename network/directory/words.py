"""Writing the words by which members are found, in the transaction that changes the member.

Only what a person writes is kept so. Institutions, fields of work and terms are matched by key when somebody searches
(network.directory.vocabulary), so that a corrected name needs no member to be written anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from network.models import DirectoryWord
from portal.members.models import Level, Member, MemberState, Profile
from search.analysis.language_groups import GROUP_OF
from search.analysis.streams import streams
from search.analysis.tokens import folded_words

#: What it is worth to have a word in the name, the position, the institution as it was written, the text about oneself.
NAME, POSITION, INSTITUTION, BIO = 10, 5, 5, 2

_ROWS_AT_ONCE = 500


@transaction.atomic
def write_words(key: int) -> None:
    """The words of the member with this key as they are now; none of whoever is not listed, or has left.

    Those of a suspended member stay: whether somebody is there at all, portal.members.visibility asks of the member.
    """
    # Locked, so that two changes at once do not write the same words; read anew, because the caller's may be older.
    locked = Member.objects.select_for_update(of=("self",)).select_related("user")
    member = locked.filter(pk=key).exclude(state=MemberState.LEFT).first()
    DirectoryWord.objects.filter(member=key).delete()
    profile = Profile.objects.filter(member=key, listed_since__isnull=False).first()
    if member is None or profile is None:
        return
    DirectoryWord.objects.bulk_create(words_of(member, profile), batch_size=_ROWS_AT_ONCE)


def words_of(member: Member, profile: Profile) -> list[DirectoryWord]:
    """The words of a member who is listed, not yet written."""
    weights: dict[tuple[str, str], int] = {}
    for word, level, weight in _words(member, profile):
        if level != Level.NOBODY:
            weights[word, level] = max(weight, weights.get((word, level), 0))
    return [DirectoryWord(member=member, word=word, level=level, weight=n) for (word, level), n in weights.items()]


def keys_of(text: str, group: str) -> Iterator[str]:
    """A text in a language of this group as words of the directory: folded words, and lemmas with their group."""
    found = streams(text, group)
    yield from found.words.split()
    for lemma in found.lemmas.split():
        yield f"{group}:{lemma}"


def _words(member: Member, profile: Profile) -> Iterator[tuple[str, str, int]]:
    words, joined = folded_words(member.name)
    for word in (*words, *joined):
        yield word, profile.name_for, NAME
    group = GROUP_OF[profile.language]
    texts = (
        (member.position, profile.position_for, POSITION),
        (member.institution_name, profile.workplace_for, INSTITUTION),
        (profile.bio, profile.bio_for, BIO),
    )
    for text, level, weight in texts:
        for word in keys_of(text, group):
            yield word, level, weight
