"""The indexes of one installation in a cluster: the one in use, behind an alias, and the one being filled."""

from __future__ import annotations

import time
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch_dsl import Index

from search.engines.elasticsearch_document import ResourceDocument
from search.engines.elasticsearch_query import LAST_HIT
from search.engines.schema_version import SCHEMA_VERSION

#: Seconds to wait until a new index has its copies, so that it survives a node from the beginning.
_COPIES_WAIT = 10


class ElasticsearchGenerations:
    """Names and makes indexes: `<prefix>-<version of the schema>-<stamp>`. All methods take the client to ask with.

    `prefix` keeps installations in one cluster apart. `replicas` is how many copies there are besides the first; in a
    smaller cluster as many as it has room for.
    """

    def __init__(self, prefix: str, replicas: int) -> None:
        self._prefix = prefix
        self._replicas = replicas
        #: What everybody reads from and writes to; it does not exist as long as no index of this version is built.
        self.alias = f"{prefix}-{SCHEMA_VERSION}"

    def unfinished(self, client: Elasticsearch) -> list[str]:
        """Indexes of this version that no rebuild has put to use yet, the newest first."""
        return [name for name in sorted(self._all(client), reverse=True) if self._is_unfinished(client, name)]

    def create(self, client: Elasticsearch) -> str:
        """A new, empty index."""
        name = f"{self.alias}-{time.time_ns()}"
        index = Index(name, using=client)
        index.document(ResourceDocument)
        # One shard: scores of several would be computed apart.
        index.settings(
            number_of_shards=1,
            auto_expand_replicas=f"0-{self._replicas}" if self._replicas else False,
            number_of_replicas=0,
            # Changes become visible together, when their writer says so.
            refresh_interval="-1",
            max_result_window=LAST_HIT,
        )
        body = index.to_dict()
        client.indices.create(
            index=name,
            settings=body["settings"],
            mappings={**body["mappings"], "_meta": self._mark()},
        )
        return name

    def wait_for_copies(self, client: Elasticsearch, name: str) -> None:
        """Until all copies are there; goes on without them when the cluster cannot have them now."""
        client.options(ignore_status=408).cluster.health(
            index=name, wait_for_status="green", timeout=f"{_COPIES_WAIT}s"
        )

    def use(self, client: Elasticsearch, name: str) -> None:
        """Puts an index behind the alias and removes all others of this installation, in one step."""
        others = [other for other in self._all(client) if other != name]
        client.indices.update_aliases(
            actions=[
                {"add": {"index": name, "alias": self.alias, "is_write_index": True}},
                *({"remove_index": {"index": other}} for other in others),
            ]
        )

    def remove(self, client: Elasticsearch, names: list[str]) -> None:
        """Removes indexes; which are gone already is fine."""
        if names:
            client.indices.delete(index=names, ignore_unavailable=True)

    def remove_all(self, client: Elasticsearch) -> None:
        """Removes all indexes of this installation, of whatever version."""
        self.remove(client, list(self._all(client)))

    def _mark(self) -> dict[str, Any]:
        return {"installation": self._prefix, "version": SCHEMA_VERSION}

    def _all(self, client: Elasticsearch) -> dict[str, str]:
        """The indexes of this installation with their versions. Names alone do not tell: prefixes may begin alike."""
        found = client.indices.get_mapping(index=f"{self._prefix}-*")
        marks = {name: about["mappings"].get("_meta", {}) for name, about in found.items()}
        return {name: mark["version"] for name, mark in marks.items() if mark.get("installation") == self._prefix}

    def _is_unfinished(self, client: Elasticsearch, name: str) -> bool:
        return name.startswith(f"{self.alias}-") and not client.indices.get_alias(index=name)[name]["aliases"]
