"""In which language a query is."""

from collections.abc import Mapping


def group_likelihoods(text: str, prior: Mapping[str, float]) -> dict[str, float]:
    total = sum(prior.values())
    return {group: share / total for group, share in prior.items()}
