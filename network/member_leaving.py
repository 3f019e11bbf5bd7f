"""What of the directory goes when somebody leaves the network: all of it."""

from __future__ import annotations

from django.db.models import Q

from network.models import DirectoryWord, Experience, MessageBlock, MessageReport, RelayedMessage
from portal.members.models import Member, Profile
from portal.members.registries.leaving import register_leaving


def leave_directory(member: Member) -> None:
    """Profile with its photos, words, experiences, messages, blocks. What they reported stays, without them."""
    Profile.objects.filter(member=member).delete()
    DirectoryWord.objects.filter(member=member).delete()
    Experience.objects.filter(member=member).delete()
    RelayedMessage.objects.filter(Q(sender=member) | Q(recipient=member)).delete()
    MessageBlock.objects.filter(Q(owner=member) | Q(blocked=member)).delete()
    MessageReport.objects.filter(sender=member).delete()
    MessageReport.objects.filter(reporter=member).update(reporter=None)


register_leaving(leave_directory)
