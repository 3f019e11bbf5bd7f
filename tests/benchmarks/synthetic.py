"""Synthetic good practices by the thousand, with real terms, for measuring growth. Run inside a prepared portal."""

from __future__ import annotations

import random
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from portal.core.languages.catalogue import CONTENT_CODES
from portal.vocabulary.models import Beneficiary, Term
from practices.models import CatalogueIndexPage, GoodPractice

_WORDS = {
    "en": "release plan probation prison officer risk assessment mentor family housing work training supervision",
    "sq": "plan lirimi shërbimi provës burg oficer vlerësim rreziku mentor familje strehim punë trajnim mbikëqyrje",
    "bs": "plan otpusta probacija zatvor službenik procjena rizika mentor porodica smještaj posao obuka nadzor",
    "cnr": "plan otpusta uslovna sloboda zatvor službenik procjena rizika mentor porodica smještaj posao obuka",
    "mk": "план отпуст пробација затвор службеник процена ризик ментор семејство домување работа обука надзор",
    "sr": "план отпуст пробација затвор службеник процена ризика ментор породица смештај посао обука надзор",
}


@transaction.atomic
def make_practices(count: int, seed: int = 1) -> None:
    """Adds `count` published practices, ready in all six languages, without revisions."""
    random_ = random.Random(seed)
    index = CatalogueIndexPage.objects.get(resource_type="good_practice")
    terms: dict[str, list[Term]] = {}
    for term in Term.objects.select_related("facet"):
        terms.setdefault(term.facet.code, []).append(term)
    beneficiaries = list(Beneficiary.objects.all())
    content_type = ContentType.objects.get_for_model(GoodPractice)
    last = index.get_children().order_by("-path").first()
    number = int(last.path[-Page.steplen :], 36) if last else 0
    links: dict[str, list[Any]] = {}
    now = timezone.now()
    for step in range(count):
        practice = _practice(index, number + step + 1, random_, terms, content_type, now)
        practice.save_base(raw=False)
        _choose(practice, links, "stages", random_.sample(terms["stage"], 2), "term_id")
        _choose(practice, links, "target_groups", random_.sample(terms["target_group"], 1), "term_id")
        _choose(practice, links, "agencies", random_.sample(terms["agency"], 2), "term_id")
        _choose(practice, links, "priority_areas", random_.sample(terms["priority_area"], 1), "term_id")
        _choose(practice, links, "beneficiaries", [random_.choice(beneficiaries)], "beneficiary_id")
    for field, rows in links.items():
        getattr(GoodPractice, field).field.remote_field.through.objects.bulk_create(rows, batch_size=500)
    Page.objects.filter(pk=index.pk).update(numchild=index.numchild + count)


def _practice(
    index: Page, number: int, random_: random.Random, terms: dict[str, list[Term]], content_type: ContentType, now: Any
) -> GoodPractice:
    title = f"Synthetic practice {number}"
    practice = GoodPractice(
        path=GoodPractice._get_path(index.path, index.depth + 1, number),
        depth=index.depth + 1,
        numchild=0,
        title=title,
        draft_title=title,
        slug=f"synthetic-{number}",
        url_path=f"{index.url_path}synthetic-{number}/",
        content_type=content_type,
        locale_id=index.locale_id,
        live=True,
        first_published_at=now,
        last_published_at=now,
        evidence_level=random_.choice(terms["evidence_level"]),
    )
    for code in CONTENT_CODES:
        words = _WORDS[code].split()
        setattr(practice, f"headline_{code}", f"{' '.join(random_.sample(words, 4))} {number}")
        setattr(practice, f"summary_{code}", " ".join(random_.choices(words, k=30)))
        setattr(practice, f"context_{code}", f"<p>{' '.join(random_.choices(words, k=120))}</p>")
        setattr(practice, f"readiness_{code}", "ready")
        setattr(practice, f"based_on_{code}", 1)
    return practice


def _choose(practice: GoodPractice, links: dict[str, list[Any]], field: str, chosen: list[Any], column: str) -> None:
    through = getattr(GoodPractice, field).field.remote_field.through
    links.setdefault(field, []).extend(through(goodpractice_id=practice.pk, **{column: choice.pk}) for choice in chosen)
