"""What ends when somebody leaves the network: what the directory holds goes, working groups are left."""

from __future__ import annotations

from django.db.models import Q

from network.models import DirectoryWord, EventFollower, Experience, MessageBlock, MessageReport, RelayedMessage
from network.services.memberships import end_all
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


def leave_groups(member: Member) -> None:
    """The rows stay, ended; nobody has a name in them."""
    end_all(member=member)


def leave_events(member: Member) -> None:
    """Nobody is written to about events and meetings any more."""
    EventFollower.objects.filter(user=member.user).delete()


register_leaving(leave_directory)
register_leaving(leave_groups)
register_leaving(leave_events)
