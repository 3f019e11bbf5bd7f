"""Forms of a word meet, other words do not."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from hypothesis import example, given
from hypothesis import strategies as st

from portal.core.languages.folding import fold_word
from search.analysis.language_groups import GROUP_CODES
from search.analysis.lemmas import is_form, is_known, lemma

#: One word a line, in forms as they stand in texts.
FORMS = {
    "en": """
        prison prisons
        prisoner prisoners
        probe probes
        release releases released releasing
        assessment assessments
        child children
        woman women
        rehabilitate rehabilitated rehabilitates
        reintegrate reintegration reintegrated
        detain detention detained
        radicalised radicalized
        programme program programmes programs
        supervise supervised supervises supervising
        offender offenders
        behaviour behavior
        policy policies
        victim victims
        organisation organization
        officer officers
    """,
    "sq": """
        burg burgu burgun burgut burgje burgjet burgjeve
        lirim lirimi lirimin lirimit lirime lirimet lirimeve
        dënim dënimi dënimin dënimit dënime dënimet dënimeve denimit
        provë prova provën provës prova provat provave
        shërbim shërbimi shërbimin shërbimit shërbime shërbimet shërbimeve
        burgosur burgosurit burgosuri burgosurve burgosurin burgosura
        ligj ligji ligjin ligjit ligje ligjet ligjeve
        gjykatë gjykata gjykatën gjykatës gjykatat gjykatave
        njeri njeriu njerëz njerëzit njerëzve
        fëmijë fëmija fëmijës fëmijët fëmijëve
        trajnim trajnimi trajnimit trajnimet trajnimeve
        drejtësi drejtësia drejtësisë drejtësinë
        siguri siguria sigurisë sigurinë
        terrorizëm terrorizmi terrorizmit terrorizmin
        kthej kthen kthehet kthyer ktheu
        punoj punon punojnë punoi punuar punojmë
        vlerësoj vlerësuar vlerësohet vlerësojnë
        vlerësim vlerësimi vlerësimit vlerësimeve
        rrezik rreziku rrezikut rreziqe rreziqet rreziqeve
        familje familja familjes familjen familjeve
        zyrtar zyrtari zyrtarë zyrtarët zyrtarëve
        oficer oficeri oficerë oficerëve
        viktimë viktima viktimës viktimat viktimave
        grua gruaja gruas gra gratë grave
        masë masa masës masat masave
        komunitet komuniteti komunitetit komunitetet
        institucion institucioni institucionet institucioneve
        probacion probacioni probacionit
        rehabilitim rehabilitimi rehabilitimit
        riintegrim riintegrimi riintegrimin riintegrimit
        deradikalizim deradikalizimi deradikalizimit
        qendër qendra qendrën qendrës qendrat
        shtëpi shtëpia shtëpisë shtëpitë
        punëtor punëtori punëtorë punëtorët
        plan plani planit plane planet
        kusht kushti kushte kushtet kushteve kushtit
        prokuror prokurori prokurorë prokurorit
        polic polici policë policët
        ndihmë ndihma ndihmën ndihmës
        dhunë dhuna dhunës dhunën
        mbikëqyrje mbikëqyrja mbikëqyrjes mbikëqyrjen
        mik miku miq miqve
        person personi persona personat personave
        avokat avokati avokatit avokatë avokatët
        shtet shteti shtetit shtete shtetet
        mjek mjeku mjekë mjekët mjekut
        shkollë shkolla shkollës shkollat
        recidivist recidivistë recidivistët
        mitur mituri miturit miturve
        dënuar dënuarit dënuarve dënuari
        paraburgim paraburgimi paraburgimit
        terapi terapia terapisë terapinë
        vendim vendimi vendimet vendimeve
        psikolog psikologu psikologë psikologut
        libër libri librit libra librave
    """,
    "hbs": """
        otpust otpusta otpustu otpustom otpusti otpustima отпуста
        zatvor zatvora zatvoru zatvorom zatvori zatvore zatvorima затвором
        zatvorenik zatvorenika zatvoreniku zatvorenikom zatvorenici zatvorenike zatvorenicima
        kazna kazne kazni kaznu kaznom kaznama
        probacija probacije probaciji probaciju probacijom probacijama
        procjena procjene procjeni procjenu procjenom procena procene proceni procenu проценом
        smještaj smještaja smještaju smeštaj smeštaja смештајем
        djeca djece djeci djecu deca dece deci decu деца dijete djeteta
        vijeće vijeća vijeću veće veća већу
        dvije dve две
        službenik službenika službenici službenicima službenike
        radnik radnici radnika radnicima
        otac oca ocu ocem očevi
        borba borbe borbi borbu borbom
        pritvorenik pritvorenici pritvorenika
        deradikalizacija deradikalizacije deradikalizaciju deradikalizacijom
        resocijalizacija resocijalizacije resocijalizaciju resocijalizaciji
        postpenalni postpenalnog postpenalna postpenalne postpenalnom postpenalnim
        nadzor nadzora nadzoru nadzorom
        lijek lijeka lijekovi lek leka lekovi
        mjera mjere mjeru mjerama mera mere meru merama
        žrtva žrtve žrtvu žrtava žrtvama
        bezbjednost bezbjednosti bezbednost bezbednosti bezbednošću
        zakon zakona zakoni zakonom
        sud suda sudu sudovi sudova sudom
        rizik rizika rizici rizikom rizicima
        pravo prava pravu pravima pravom
        uslovni uslovnog uslovnom uslovna uslovne uslovan
        tretman tretmana tretmani tretmanu
        sloboda slobode slobodu slobodi
        povratnik povratnici povratnika
        savjetovanje savjetovanja savetovanje savetovanja
        program programa programi programima programe
        sankcija sankcije sankciju sankcija sankcijama
        osuđenik osuđenici osuđenika
        rješenje rješenja rešenje rešenja rešenju
        śekira sjekira sekira
        plan plana planovi planova planom
        pomoć pomoći
        posjeta posjete posjetu poseta posete
        porodica porodice porodicu porodici
        zaposlenje zaposlenja zaposlenju
        zajednica zajednice zajednici zajednicu
        volonter volontera volonteri
        istraživanje istraživanja
        nasilje nasilja nasilju
        maloljetnik maloljetnici maloletnik maloletnici maloletnika
        psiholog psiholozi psihologa
        mladić mladića mladići
        branilac branioca branioci
        evropski evropska europski europska
        rehabilitirati rehabilituje rehabilitovati
        reintegracija reintegracije reintegraciju
        presuda presude presudu presudi
        sudija sudije sudiju sudiji
        policija policije policiju
        advokat advokata advokati
        droga droge drogu drogama
        ovisnik ovisnici ovisnika
        zavod zavoda zavodu zavodi
        čuvar čuvara čuvari
    """,
    "mk": """
        затвор затворот затвори затворите затвору zatvorot
        затвореник затвореникот затвореници затворениците затвореника
        пробација пробацијата пробации пробациите
        службеник службеникот службеници службениците
        условен условниот условна условната условни условните условно
        отпуст отпустот отпусти отпустите
        казна казната казни казните
        суд судот судови судовите
        право правото права правата
        закон законот закони законите
        мерка мерката мерки мерките
        надзор надзорот
        жртва жртвата жртви жртвите
        дете детето деца децата
        човек човекот луѓе луѓето
        ризик ризикот ризици ризиците
        безбедност безбедноста
        програма програмата програми програмите
        третман третманот третмани
        полиција полицијата
        семејство семејството семејства семејствата
        заедница заедницата заедници заедниците
        помош помошта
        насилство насилството
        ресоцијализација ресоцијализацијата
        дерадикализација дерадикализацијата
        постпенален постпенална постпеналната постпенални постпеналните постпеналниот
        судија судијата судии судиите
        адвокат адвокатот адвокати адвокатите
        психолог психологот психолози психолозите
        борец борецот борци борците
        план планот планови плановите
        центар центарот центри центрите
        работник работникот работници работниците
        осуденик осудениците осуденици
        проценка проценката проценки проценките
        притвор притворот притвори
        малолетник малолетници малолетниците
        слобода слободата слободи
        санкција санкцијата санкции санкциите
        вработување вработувањето вработувања
        советување советувањето
        обука обуката обуки обуките
        обвинител обвинителот обвинители
        пресуда пресудата пресуди
        европски европска европската европско европските
        дрога дрогата дроги
        случај случајот случаи случаите
        извештај извештајот извештаи извештаите
        граѓанин граѓанинот граѓани граѓаните
    """,
}

#: Words that look alike and are not the same.
APART = {
    "en": [("probation", "probe"), ("prison", "prisoner"), ("release", "relief"), ("police", "policy")],
    "sq": [
        ("drejtësi", "drejtoj"),
        ("ankesë", "anketë"),
        ("burg", "burgosur"),
        ("lirim", "liri"),
        ("provë", "provim"),
        ("mësues", "mes"),
    ],
    "hbs": [
        ("zatvor", "zatvorenik"),
        ("sud", "sudija"),
        ("pravo", "pravilo"),
        ("voda", "voditi"),
        ("kriminal", "krim"),
        ("služba", "službenik"),
        ("rad", "radnik"),
    ],
    "mk": [
        ("затвор", "затвореник"),
        ("суд", "судија"),
        ("право", "правило"),
        ("работа", "работник"),
        ("служба", "службеник"),
        ("одговор", "одговорен"),
    ],
}

#: In no dictionary, so that only their endings help.
UNKNOWN = {
    "sq": "mikrokreditim mikrokreditimi mikrokreditimit mikrokreditimin mikrokreditimeve",
    "hbs": "kvazipenalni kvazipenalnog kvazipenalnom kvazipenalna kvazipenalnih квазипеналне",
    "mk": "квазипенален квазипенална квазипеналните квазипеналниот квазипеналната",
}


def lemmas(words, group):
    return {word: lemma(fold_word(word), group) for word in words}


@pytest.mark.parametrize(
    ("group", "forms"), [(group, line.split()) for group, lines in FORMS.items() for line in lines.strip().splitlines()]
)
def test_forms_meet(group, forms):
    found = lemmas(forms, group)
    assert found == dict.fromkeys(forms, found[forms[0]])


@pytest.mark.parametrize("group", GROUP_CODES)
def test_words_of_the_list_stay_apart(group):
    first = [line.split()[0] for line in FORMS[group].strip().splitlines()]
    assert len(set(lemmas(first, group).values())) == len(first)


@pytest.mark.parametrize(("group", "pair"), [(group, pair) for group, pairs in APART.items() for pair in pairs])
def test_other_words_do_not_meet(group, pair):
    assert len(set(lemmas(pair, group).values())) == 2


@pytest.mark.parametrize("group", UNKNOWN)
def test_forms_of_unknown_words_meet(group):
    forms = UNKNOWN[group].split()
    assert not any(is_form(fold_word(form), group) for form in forms)
    assert len(set(lemmas(forms, group).values())) == 1


def test_diacritics_and_script_do_not_matter():
    assert lemma(fold_word("смештаја"), "hbs") == lemma(fold_word("smjestaj"), "hbs") == lemma("smestaju", "hbs")
    assert lemma(fold_word("Жртвите"), "mk") == lemma("zhrtva", "mk") == lemma("zrtva", "mk")


def test_what_the_dictionary_has():
    assert [is_known(word, "hbs") for word in ("otpust", "zatvorima", "qwrtz")] == [True, True, False]


@given(st.text(), st.sampled_from(GROUP_CODES))
def test_every_text_has_a_lemma(text, group):
    folded = fold_word(text)
    assert bool(lemma(folded, group)) == bool(folded)


@given(st.text(st.characters(codec=None)), st.sampled_from(GROUP_CODES))
@example("\x00", "en")
@example("\ud800", "hbs")
def test_what_is_not_folded_has_one_too(text, group):
    assert bool(lemma(text, group)) == bool(text)
    assert not is_known(text, group) or is_form(text, group)


@pytest.mark.parametrize("group", GROUP_CODES)
def test_the_lemma_of_a_known_word_is_its_own(group):
    first = [fold_word(line.split()[0]) for line in FORMS[group].strip().splitlines()]
    found = {lemma(word, group) for word in first}
    assert {word: lemma(word, group) for word in found} == {word: word for word in found}


#: Opens all tables and looks many words up, then says how much memory of its own the process has got, in kilobytes.
_GROWTH = """
import django
django.setup()
from pathlib import Path
from search.analysis.language_groups import GROUP_CODES
from search.analysis import lemmas, tables
from search.analysis.tables import tables

def own():
    return next(int(line.split()[1]) for line in Path("/proc/self/status").open() if line.startswith("RssAnon"))

tables.ensure_tables()
before = own()
for group in GROUP_CODES:
    tables.table(group).lemma("otpust")
print(own() - before)
"""


def test_a_process_hardly_grows_by_the_tables():
    from search.analysis.tables.tables import ensure_tables

    ensure_tables()
    done = subprocess.run(
        [sys.executable, "-c", _GROWTH],
        env={**os.environ, "VAR_DIR": str(settings.VAR_DIR), "DJANGO_SETTINGS_MODULE": "portal.settings.test"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) < 12 * 1024
