"""Sanctions: words, length, end, new registration, checks."""

from __future__ import annotations

from typing import Any

import pytest

from actions.sanctions.comprendre import comprendre_sanction
from tests.unit.parole import Parole


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("c'est quoi une suspension", ["bloquée", "30 à 100 %", "1 à 2 mois", "1 à 4 mois"]),
        ("suppression ça veut dire quoi", ["perdue", "ne se lève pas", "4 mois"]),
        (
            "quelle différence entre suspension et suppression",
            ["peut s’arrêter avant la fin", "ne se lève pas"],
        ),
        (
            "radié ça veut dire quoi",
            ["La radiation dépend de votre situation", "prise en charge de santé ne s’arrête pas"],
        ),
        (
            "c'est quoi un avertissement",
            ["L’avertissement vaut surtout si vous ne touchez rien.", "elle n’est pas automatique"],
        ),
        ("cessation d'inscription ?", ["ce n’est pas une sanction"]),
        ("on me parle de projet de sanction", ["Rien n’est encore décidé", "10 jours"]),
        (
            "si je suis radié j'ai encore la sécu ?",
            ["Votre prise en charge de santé ne s’arrête pas à cause d’une sanction."],
        ),
        (
            "radié, je perds le rsa ?",
            ["c’est le département qui décide", "une demande de RSA vous réinscrit"],
        ),
        ("c'est quoi un manquement", ["engagement non tenu"]),
        ("suspension remobilisation kesako", ["Suspension-remobilisation"]),
        (
            "j'ai été radié en avril 2024, ça voulait dire quoi",
            ["1, 2 puis 4 mois", "1er juin 2025"],
        ),
    ],
)
def test_words(make_request: Any, words: str, expected: list[str]) -> None:
    said = Parole(make_request).lire("comprendre_sanction", words)
    for part in expected:
        assert part in said


def test_the_word_of_the_letter_is_asked(make_request: Any) -> None:
    talk = Parole(make_request)
    assert talk.dire("comprendre_sanction", "quelles sanctions").question.fait == "type_sanction"
    assert "perdue pour la durée fixée" in talk.lire("informer", "Suppression")


def test_rsa_of_a_household(make_request: Any) -> None:
    facts = {"allocation": "RSA", "foyer_rsa": "plusieurs_ou_majoration"}
    said = Parole(make_request).lire("comprendre_sanction", "suspension ?", faits=facts)
    assert "votre RSA est bloqué," in said
    assert "30 à 50 %" in said
    assert "Votre foyer est protégé" in said


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("1000006F", ["vendredi 20 novembre", "une suspension", "lundi 30 novembre"]),
        (
            "1000011L",
            ["suspension de 50 %", "Dernier jour : samedi 5 décembre", "lundi 4 janvier 2027"],
        ),
        ("1000008H", ["avertissement, notifié le mardi 3 novembre", "jeudi 3 décembre"]),
        ("1000003C", ["radiation pendant 1 mois", "mercredi 11 juin 2025"]),
    ],
)
def test_own_letter(make_request: Any, person: str, expected: list[str]) -> None:
    said = Parole(make_request, dossier=person).lire(
        "comprendre_sanction", "que veut dire ma lettre"
    )
    for part in expected:
        assert part in said


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("1000011L", ["vendredi 6 novembre", "samedi 5 décembre", "dimanche 6 décembre"]),
        ("1000012M", ["60 %", "jeudi 10 décembre"]),
        ("1000009J", ["40 %", "mardi 8 décembre"]),
        ("1000008H", ["jeudi 3 décembre", "1 à 4 mois"]),
        ("1000003C", ["terminée", "mercredi 11 juin 2025"]),
        ("1000006F", ["Rien n’est encore décidé", "première absence", "1 à 2 mois"]),
        ("1000007G", ["Rien n’est encore décidé", "absence répétée", "1 à 4 mois"]),
        ("1000001A", ["30 à 100 %", "1 à 2 mois", "1 à 4 mois"]),
    ],
)
def test_own_length(make_request: Any, person: str, expected: list[str]) -> None:
    said = Parole(make_request, dossier=person).lire("duree_sanction", "ma sanction dure combien")
    for part in expected:
        assert part in said


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, ["1 à 2 mois", "1 à 4 mois", "limitées à 4 mois depuis juin 2025"]),
        (
            {"allocation": "ARE"},
            ["une suspension de 30 à 100 % de l’allocation, pendant 1 à 2 mois"],
        ),
        ({"allocation": "aucune"}, ["un avertissement", "une radiation de 1 à 4 mois"]),
        ({"allocation": "RSA", "foyer_rsa": "seul"}, ["30 à 100 % du RSA"]),
        ({"allocation": "RSA", "foyer_rsa": "plusieurs_ou_majoration"}, ["30 à 50 % du RSA"]),
        ({"allocation": "ARE_et_RSA", "foyer_rsa": "seul"}, ["de l’allocation", "du RSA"]),
        ({"allocation": "CEJ", "organisme_referent": "mission_locale"}, ["30 à 100 %"]),
        ({"allocation": "n’importe quoi"}, ["Cela dépend de votre allocation"]),
    ],
)
def test_limits_by_allowance(make_request: Any, facts: dict[str, Any], expected: list[str]) -> None:
    said = Parole(make_request).lire("duree_sanction", "combien de temps une sanction", faits=facts)
    for part in expected:
        assert part in said


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("radiation à vie possible ?", "limitées à 4 mois depuis juin 2025"),
        ("refus de deux offres, combien de mois", "2 mois"),
        ("et pour une fraude", "6 à 12 mois"),
        ("j'ai refusé de signer mon contrat, combien de temps", "au moins 30 %"),
        ("durée d'une cessation d'inscription", "n’a pas de durée"),
        ("manqué un rdv en avril 2025, quelle durée", "1, 2 puis 4 mois"),
        ("radié le 3 octobre pour 2 mois", "mercredi 2 décembre"),
        ("absence de juillet 2017, quelle durée de radiation", "trop ancienne"),
    ],
)
def test_other_lengths(make_request: Any, words: str, expected: str) -> None:
    assert expected in Parole(make_request).lire("duree_sanction", words)


def test_between_two_laws_the_doubt_is_told(make_request: Any) -> None:
    answer = Parole(make_request).dire("duree_sanction", "absence en mars 2025, quelle durée")
    assert "discutable" in (answer.reserve or "")
    assert "ancien.charniere_2025" in answer.rules


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (
            "1000011L",
            "Votre suspension de 50 % peut s’arrêter avant son dernier jour, le samedi 5 décembre",
        ),
        ("1000009J", "c’est le département qui décide"),
        ("1000012M", "Non, une suppression ne se lève pas"),
        ("1000008H", "Un avertissement n’enlève pas d’argent"),
        ("1000006F", "rien n’est encore décidé"),
        ("1000003C", "plus rien à lever"),
    ],
)
def test_lifting(make_request: Any, person: str, expected: str) -> None:
    assert expected in Parole(make_request, dossier=person).lire(
        "lever_sanction", "l'arrêter plus tôt"
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("comment lever une suspension", "le texte ne le dit pas clairement"),
        ("ils refusent de lever ma suspension", "médiateur régional"),
        ("j'ai signé mon contrat d'engagement, ça suffit ?", "dès que le contrat est signé"),
        ("faire lever une radiation", "ne se lève pas"),
    ],
)
def test_lifting_in_general(make_request: Any, words: str, expected: str) -> None:
    assert expected in Parole(make_request).lire("lever_sanction", words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("me réinscrire après une radiation", "dès le lendemain de la fin"),
        ("se réinscrire avant la fin de la radiation", "Non, on ne peut pas"),
        ("oublié mon actualisation, comment me réinscrire", "n’est pas une sanction"),
        ("radié le 12 octobre pour deux mois, quand revenir", "samedi 12 décembre"),
    ],
)
def test_new_registration(make_request: Any, words: str, expected: str) -> None:
    assert expected in Parole(make_request).lire("se_reinscrire", words)


@pytest.mark.parametrize(
    ("person", "expected"),
    [("1000003C", "depuis le jeudi 12 juin 2025"), ("1000011L", "Je ne vois pas de radiation")],
)
def test_own_new_registration(make_request: Any, person: str, expected: str) -> None:
    assert expected in Parole(make_request, dossier=person).lire(
        "se_reinscrire", "quand me réinscrire"
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("je suis contrôlé, je réponds quoi", "délai écrit sur la lettre"),
        ("aucune trace de mes démarches pour le contrôle", "Notez maintenant"),
        ("je risque quoi après un contrôle", "lettre d’intention"),
    ],
)
def test_checks(make_request: Any, words: str, expected: str) -> None:
    answer = Parole(make_request).dire("controle_recherche_emploi", words)
    assert expected in answer.conclusion
    assert "controle.recherche" in answer.rules


@pytest.mark.parametrize(
    "said",
    [
        "J’ai reçu une lettre, on va me couper mes allocations ?",
        "ils vont me supprimer mon chômage ?",
    ]
    + ["un courrier dit qu’on me suspend mes droits"],
)
def test_a_measure_feared_is_answered_with_the_letter_that_waits(make_request, said):
    request = make_request(
        "comprendre_sanction",
        said,
        dossier="1000006F",
        faits={"type_sanction": "suppression"},
    )
    answer = comprendre_sanction(request)
    assert answer.key == "comprendre_sanction.ma_lettre"
    assert "30 novembre" in f"{answer.conclusion} {answer.suite}"
