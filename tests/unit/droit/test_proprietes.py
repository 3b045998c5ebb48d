"""What holds for any facts: no crash, no figure outside its range, proof never harms."""

import time
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from actions.droit import decisions
from actions.droit.lecteurs import Choix, Entier, Historique, lire_booleen, lire_date, lire_etape
from actions.droit.regles import charger
from actions.droit.resultat import Resultat
from actions.droit.vocabulaire import NOMS, VOCABULAIRE

DATES = st.dates(date(2016, 1, 1), date(2040, 12, 31))
GRAVITE = ("non", "evitable", "question", "incertain", "oui")
ACCEPTATION = ("non", "oui", "oui_avec_justificatif")
NATURES = VOCABULAIRE["historique"].natures.valeurs
SANCTIONS = st.fixed_dictionaries(
    {
        "date_manquement": DATES,
        "date_notification": st.none() | DATES,
        "nature": st.sampled_from(NATURES),
    }
)
ETAPES = st.tuples(DATES, st.none() | st.integers(0, 400)).map(
    lambda e: {
        "saisie": e[0],
        "fin": None if e[1] is None else date.fromordinal(e[0].toordinal() + e[1]),
    }
)


def _strategie(nom):
    lecteur = VOCABULAIRE.get(nom)
    if isinstance(lecteur, Choix):
        return st.sampled_from(lecteur.valeurs)
    if isinstance(lecteur, Entier):
        return st.integers(lecteur.minimum, min(lecteur.maximum, 12))
    if isinstance(lecteur, Historique):
        return st.lists(SANCTIONS, max_size=4)
    simples = {lire_date: DATES, lire_booleen: st.booleans(), lire_etape: ETAPES}
    if lecteur in simples:
        return simples[lecteur]
    return st.sampled_from(
        [motif.code for motif in charger().motifs if nom == "motif"] or ["autre"]
    )


def faits(kind):
    return st.fixed_dictionaries({}, optional={nom: _strategie(nom) for nom in NOMS[kind]})


QUESTIONS = st.sampled_from(sorted(NOMS)).flatmap(lambda k: st.tuples(st.just(k), faits(k)))


@settings(max_examples=500, deadline=None)
@given(QUESTIONS, DATES)
def test_toute_decision_aboutit(question, jour):
    resultat = decisions.decider(*question, jour, charger())
    assert isinstance(resultat, Resultat)
    assert resultat.conclusion
    assert {raison.regle for raison in resultat.raisons} <= set(resultat.rule_ids)
    assert set(resultat.faits_manquants) <= set(NOMS[question[0]])
    assert not any("sanctionné" in raison.texte for raison in resultat.raisons)


@settings(max_examples=200, deadline=None)
@given(faits("absence"), DATES)
def test_les_chiffres_restent_dans_leurs_bornes(situation, jour):
    resultat = decisions.decider("absence", situation, jour, charger())
    absence = situation.get("date_absence")
    for mesure in resultat.valeurs.get("mesures", ()):
        assert mesure.get("part_min", 0) <= mesure.get("part_max", 100) <= 100
        assert 0 <= mesure.get("mois_min", 0) <= mesure.get("mois_max", 0) <= 4
        assert absence >= date(2019, 1, 1)
    actuelles = [r for r in resultat.rule_ids if r.startswith("sanction.")]
    anciennes = [r for r in resultat.rule_ids if r.startswith("ancien.")]
    assert not actuelles or absence >= date(2025, 6, 1)
    assert not anciennes or date(2019, 1, 1) <= absence < date(2025, 6, 1)


@settings(max_examples=150, deadline=None)
@given(faits("absence"), DATES)
def test_une_preuve_ne_nuit_jamais_a_une_absence(situation, jour):
    gravites = []
    for preuve in ("fournie", "a_fournir", "aucune"):
        resultat = decisions.decider("absence", {**situation, "preuve": preuve}, jour, charger())
        gravites.append(GRAVITE.index(resultat.valeurs["sanction_possible"]))
    assert gravites == sorted(gravites)


@settings(max_examples=150, deadline=None)
@given(faits("report"), DATES)
def test_une_preuve_ne_nuit_jamais_a_un_report(situation, jour):
    situation = {cle: v for cle, v in situation.items() if cle != "question"}
    situation.setdefault("reports_utilises", 0)
    issues = []
    for preuve in ("aucune", "a_fournir", "fournie"):
        resultat = decisions.decider("report", {**situation, "preuve": preuve}, jour, charger())
        valeurs = resultat.valeurs
        issues.append((ACCEPTATION.index(valeurs["accepte"]), valeurs["restants_apres"]))
    assert issues == sorted(issues)


@settings(max_examples=150, deadline=None)
@given(DATES, DATES)
def test_les_sources_sont_en_vigueur_le_jour_des_faits(absence, jour):
    situation = {
        "statut_evenement": "obligatoire",
        "motif_legitime": "non",
        "allocation": "ARE",
        "date_absence": absence,
    }
    resultat = decisions.decider("absence", situation, jour, charger())
    assert all(source.en_vigueur(absence) for source in resultat.sources)


def test_une_decision_tient_dans_une_milliseconde():
    situation = {
        "statut_evenement": "obligatoire",
        "motif_legitime": "non",
        "date_absence": "2026-11-10",
        "allocation": "ARE_et_RSA",
        "historique": [
            {
                "date_manquement": "2026-02-03",
                "date_notification": "2026-03-02",
                "nature": "assiduite",
            }
        ],
    }
    base, jour = charger(), date(2026, 11, 23)
    debut = time.process_time()
    for _ in range(200):
        decisions.decider("absence", situation, jour, base)
    assert (time.process_time() - debut) / 200 < 0.001
