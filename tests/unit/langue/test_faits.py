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
