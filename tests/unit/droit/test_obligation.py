"""The 405 situations of annex A, and what is asked to leave doubt."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest
import yaml

from actions.droit.obligation import decider_obligation
from actions.droit.regles import charger

JOUR = date(2026, 11, 23)
ANNEXE = yaml.safe_load(
    (Path(__file__).parents[2] / "droit" / "annexe_a.yml").read_text(encoding="utf-8")
)
SENS = {
    "O": ("obligatoire", "obligatoire"),
    "F": ("facultatif", "facultatif"),
    "FJ": ("facultatif_mais_refus_a_justifier", "facultatif_mais_refus_a_justifier"),
    "V(O)": ("a_verifier", "obligatoire"),
    "V(F)": ("a_verifier", "facultatif"),
    "V(FJ)": ("a_verifier", "facultatif_mais_refus_a_justifier"),
    "V(-)": ("a_verifier", "aucune"),
}
DOCUMENTS = ("convocation", "invitation", "recommandation", "aucun", "inconnu")
TROIS = ("oui", "non", "inconnu")


def attendu(document, mention, contrat, prestataire, dispense):
    if prestataire == "premier_rdv":
        return SENS[ANNEXE["premier_rdv"][dispense]]
    if dispense == "oui":
        return SENS[ANNEXE["dispense_oui"]]
    table = {tuple(ligne[:3]): ligne[3:] for ligne in ANNEXE["lignes"]}
    return SENS[table[document, mention, prestataire][TROIS.index(contrat)]]


def test_les_405_situations():
    situations = list(product(DOCUMENTS, TROIS, TROIS, ("non", "premier_rdv", "suite"), TROIS))
    assert len(situations) == 405
    noms = ("document", "mention_obligatoire", "dans_contrat", "prestataire", "dispense")
    for situation in situations:
        faits = dict(zip(noms, situation, strict=True))
        resultat = decider_obligation(faits, JOUR, charger())
        obtenu = (resultat.valeurs["statut"], resultat.valeurs["tendance"])
        assert obtenu == attendu(*situation), situation
        assert resultat.conclusion == resultat.valeurs["statut"]
        assert len(resultat.raisons) == len(resultat.rule_ids) >= 1


def test_une_question_sans_effet_n_est_pas_posee():
    faits = {"document": "invitation", "mention_obligatoire": "non", "dans_contrat": "non"}
    assert decider_obligation(faits, JOUR, charger()).faits_manquants == ()


@pytest.mark.parametrize(
    ("statut", "faits", "acte"),
    [
        ("obligatoire", {"dans_contrat": "oui"}, "venir_ou_prevenir"),
        ("facultatif", {"dispense": "oui"}, "garder_preuve"),
        ("a_verifier", {}, "demander_confirmation"),
    ],
)
def test_le_prochain_acte(statut, faits, acte):
    resultat = decider_obligation(faits, JOUR, charger())
    assert resultat.conclusion == statut
    assert acte in [a.code for a in resultat.actes]
