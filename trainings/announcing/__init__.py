"""Announcing a training on the portal itself, and changing or cancelling it: for trainers, who are no editors."""
