"""Facts that a message says, and those that it does not say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from actions.droit.vocabulaire import VOCABULAIRE
from actions.langue.faits import extraire_faits

TODAY = date(2026, 11, 24)
SAID: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "ma convocation dit que l'atelier est obligatoire",
        {"document": "convocation", "mention_obligatoire": "oui"},
    ),
    ("c'est juste une invitation", {"document": "invitation"}),
    ("c'est pas une convocation", {"document": None}),
    ("convocation ou invitation ?", {"document": None}),
    ("j'ai reçu aucun courrier", {"document": "aucun"}),
    ("c'est pas écrit obligatoire", {"mention_obligatoire": "non"}),
    ("est-ce que c'est obligatoire ?", {"mention_obligatoire": None}),
    ("c'est dans mon contrat", {"dans_contrat": "oui"}),
    ("c'est pas dans mon contrat", {"dans_contrat": "non"}),
    ("j'ai signé un contrat de travail", {"dans_contrat": None}),
    ("premier rdv chez Aksis", {"prestataire": "premier_rdv"}),
    ("le premier rdv chez Aksis est passé, la suite est obligatoire ?", {"prestataire": "suite"}),
    ("ma conseillère m'a dispensé", {"dispense": "oui"}),
    ("j'ai pas eu de dispense", {"dispense": "non"}),
    ("je touche rien", {"allocation": "aucune"}),
    ("non indemnisée", {"allocation": "aucune"}),
    ("je suis au RSA", {"allocation": "RSA"}),
    ("je suis pas au rsa", {"allocation": None}),
    ("je touche le chômage", {"allocation": "ARE"}),
    ("je suis au chômage", {"allocation": None}),
    ("je touche le chômage et le RSA en complément", {"allocation": "ARE_et_RSA"}),
    ("MON DE EST A L ASS", {"allocation": "ASS", "pour_autrui": "oui"}),
    ("suivi par la mission locale", {"organisme_referent": "mission_locale"}),
    ("je dépends de cap emploi", {"organisme_referent": "cap_emploi"}),
    ("je vis seul", {"foyer_rsa": "seul"}),
    ("on est quatre à la maison", {"foyer_rsa": "plusieurs_ou_majoration"}),
    ("mère seule avec 2 enfants", {"foyer_rsa": "plusieurs_ou_majoration"}),
    ("j'ai un certificat", {"preuve": "a_fournir"}),
    ("je l'ai envoyé", {"preuve": "fournie"}),
    ("j'ai pas de preuve", {"preuve": "aucune"}),
    ("j'étais malade", {"motif": "maladie", "temps": "passe"}),
    ("je suis pas malade", {"motif": None}),
    ("c'est la deuxième fois que je manque", {"rang": "2"}),
    ("j'ai déjà reporté deux fois", {"reports_utilises": 2}),
    ("je n'ai jamais reporté", {"reports_utilises": 0}),
    ("combien de fois peut-on reporter, deux fois ?", {"reports_utilises": None}),
    ("j'habite à Strasbourg", {"region": "alsace-moselle"}),
    ("j'habite à la Réunion", {"region": "la-reunion"}),
    ("absent à la réunion collective", {"region": None}),
    ("mon fils a reçu une convocation", {"pour_autrui": "oui"}),
    ("mon fils est malade", {"pour_autrui": None, "motif": "maladie_enfant"}),
    ("je risque une radiation ?", {"type_sanction": "radiation"}),
    ("suspension ou radiation ?", {"type_sanction": None}),
    ("je viendrai pas vendredi", {"temps": "futur"}),
    ("ASS, première absence", {"allocation": "ASS", "rang": "1"}),
    ("mon ass mat est malade", {"allocation": None, "motif": "garde_enfant"}),
    ("pas reçu de sanction", {"motif": None, "document": None}),
    ("j'ai le bulletin d'hospitalisation", {"preuve": "a_fournir"}),
    ("j'ai un bulletin d'hospitalisation du 20", {"preuve": "a_fournir", "document": None}),
    ("j'ai pas de bulletin d'hospitalisation", {"preuve": "aucune"}),
    ("je joins l'acte de décès", {"preuve": "a_fournir", "motif": "deces_proche"}),
    ("ma lettre ne parle pas du médiateur", {"mention_mediation": "non"}),
    ("le médiateur n'est pas indiqué", {"mention_mediation": "non"}),
    ("rien sur le médiateur dans le courrier", {"mention_mediation": "non"}),
    ("ya rien sur la mediation", {"mention_mediation": "non"}),
    (
        "aucune mention du médiateur",
        {"mention_mediation": "non", "mention_obligatoire": None},
    ),
    ("pas un mot sur la médiation obligatoire", {"mention_mediation": "non"}),
    (
        "ils ont oublié le médiateur dans la décision",
        {"mention_mediation": "non", "motif": None},
    ),
    ("le médiateur n'apparaît nulle part", {"mention_mediation": "non"}),
    ("la décision parle bien du médiateur", {"mention_mediation": "oui"}),
    ("le médiateur est mentionné dans la lettre", {"mention_mediation": "oui"}),
    ("la lettre doit-elle parler du médiateur ?", {"mention_mediation": None}),
    ("je n'ai pas encore contacté le médiateur", {"mention_mediation": None}),
    ("le médiateur ne m'a pas répondu", {"mention_mediation": None}),
    ("c'est quoi le médiateur", {"mention_mediation": None}),
    ("bonjour", {}),
)


@pytest.mark.parametrize(("text", "facts"), SAID, ids=[text for text, _ in SAID])
def test_facts(text: str, facts: dict[str, Any]) -> None:
    found = extraire_faits(text, TODAY)
    assert {name: found.get(name) for name in facts} == facts


def test_a_greeting_says_nothing() -> None:
    assert extraire_faits("Bonjour, comment allez-vous ?", TODAY) == {}


def test_values_are_those_of_the_rules_base() -> None:
    for text, _ in SAID:
        for name, value in extraire_faits(text, TODAY).items():
            reader = VOCABULAIRE.get(name)
            if reader is not None:
                assert reader(name, value) == value
