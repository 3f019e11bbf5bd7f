"""Words that say nothing of what a text is about, in each language group, folded."""

from __future__ import annotations

from functools import cache

_WORDS = {
    "en": """
        a about above after again all also am an and any are as at be because been before being between both but by can
        could did do does doing don down during each either for from further had has have having he her here hers him
        his how i if in into is it its itself just ll me more most much my no nor not now of off on once only or other
        our ours out over own re s same shall she should so some such t than that the their theirs them then there
        these they this those through to too under until up upon us ve very was we were what when where which while
        who whom whose why will with within without would you your yours
    """,
    "sq": """
        a ai ajo akoma andaj as asaj asgje ashtu asnje ata atehere ate atij ato atyre aty be behen behet ca cdo cfare
        cila cilat ciles cilet cili cilin cilit deri derisa dhe do duke duhet e edhe eshte gjate gjithe gjithashtu i ia
        iu ja jam jane jemi jeni ju juaj kane kam ke keq keni kesaj keta kete ketij keto ketu ketyre kemi ka kishin
        kishte kjo kur ky la le lidhur m ma mbi me mes megjithate midis mos mua mund na ne nen nese nder nepermjet nga
        nje njera ndonje nuk o ose pa para pas per perpara permes por pra prej qe qene qofte rreth s sa sapo saj se
        sepse shume si sic sikur sipas t ta te tek tij tjeter tjera tjeret tone tyre u une vec vet vete
    """,
    "hbs": """
        a ako ali bez bi biti bila bile bili bilo bio bismo biste bude budu ce cemo cete cija cije cijeg cijem ciji
        cijih cijim cijima cijoj cijom ciju cu da dakle do dok drugi druga druge drugo duz gde gdje ga i iako ih ili iz
        izmedu ja je jedan jedna jedno jednog jer jesam jesmo jesu joj jos ju k ka kada kad kako kao kod koga koja koje
        kojem kojeg kojim kojih kojima koji kojoj koju kroz ko li me medu mi moj moja moje moze mogu mu na nad nakon nam
        nas nase nasa ne nego neka neke neki neko ni nije nisu nju njega njegov njegova njegovo njen njih njihov njihova
        njihovo njima njoj no o od oko on ona one oni ono osim ova ovaj ove ovi ovo ovog ovom ovim ovih pa po pod pored
        posle poslije pre prema pri prije putem s sa sam samo se sebe sebi si smo ste sto su sva svaki svi svih sve svog
        svoj svoja svoje svoju svom svojim ta tada taj tako takode te ti tim tih to tog toga tom tome tu u uz v vam vas
        vase vec vi vise za zbog zasto
    """,
    "mk": """
        a ako ama bez bi bide bil bila bile bilo blizu vo vas vasata vasite vasiot vi vie do dodeka duri e edna edno
        eden edni za zaradi zasto zatoa i ili im ima imaat isto iako ja jas je ke ki kade kako kaj koga koe koi koj koja
        kolku kon kraj ke li me mene meg medu megu mi mnogu moj moja moja moze mozat mu na nad naj nas nasi nasa ne neka
        nekoj nekoja nego nejze nejzin nejzina ni nie nim niv nivna nivni nivniot nivnata nivnite no od odnosno okolu on
        onaa onie ovaa ova ovie ovoj osven osobeno pak po pod pokraj povece pred preku pri protiv s sam samo se sebe si
        sme so ste sto sekoj sekoja site su taa taka te tie toa toj togas tuka ti treba u ushte uste ce cie cii cij cija
    """,
}


@cache
def stop_words(group: str) -> frozenset[str]:
    """The folded stop words of a language group."""
    return frozenset(_WORDS[group].split())
