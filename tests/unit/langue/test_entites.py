"""Entities: the annotated lists of ``tests/nlu/entites*.yml`` and the rules that they rest on."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest
import yaml

from actions.langue.entites import lire_entites
from actions.settings import ROOT

TODAY = date(2026, 11, 24)
LISTS = ("entites.yml", "entites_2.yml", "entites_3.yml")
FLOOR = 0.95


def pairs(text: str) -> list[tuple[str, str]]:
    return [(entity.entity, entity.value) for entity in lire_entites(text, TODAY)]


@pytest.mark.parametrize("name", LISTS)
def test_score_on_the_annotated_list(name: str) -> None:
    annotated: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/nlu" / name).read_text("utf-8"))
    assert len(annotated) >= 160
    right = found = expected = 0
    for case in annotated:
        wanted = Counter((item["entity"], str(item["value"])) for item in case["entites"])
        got = Counter(pairs(case["texte"]))
        right, found, expected = (
            right + sum((wanted & got).values()),
            found + sum(got.values()),
            expected + sum(wanted.values()),
        )
    assert 2 * right / (found + expected) >= FLOOR


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("je suis pas malade", []),
        ("ce n'est pas une convocation", []),
        ("sans convocation", [("type_document", "aucun")]),
        ("ni convocation ni invitation", [("type_document", "aucun")]),
        ("je ne suis pas radié", []),
        ("c'est pas la première fois", []),
        ("pas reçu de sanction pour l'instant", []),
        ("je n'ai jamais reçu d'avertissement", []),
        ("on m'a pas versé mon allocation, j'ai rien reçu comme paiement", []),
        ("pas d'invitation, une convocation", [("type_document", "convocation")]),
        (
            "je n'ai pas reçu la convocation",
            [("motif_absence", "non_recu"), ("type_document", "convocation")],
        ),
        ("crève + 39 de fièvre", [("motif_absence", "maladie"), ("motif_absence", "maladie")]),
        ("plus personne ne m'embauche", []),
        ("j'ai signé le contrat d'engagement", []),
    ],
)
def test_negation(text: str, wanted: list[tuple[str, str]]) -> None:
    assert sorted(pairs(text)) == wanted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("voici le certificat médical", "certificat_medical"),
        ("un mot du docteur", "certificat_medical"),
        ("je joins mon arrêt de travail", "arret_travail"),
        ("j'ai le buletin d'hospitalisation", "bulletin_hospitalisation"),
        ("mon contrat de travail", "contrat_travail"),
        ("attestation d'entrée en formation", "attestation_formation"),
        ("l'acte de décès de ma tante", "acte_deces"),
        ("une attestation de retard SNCF", "attestation_transport"),
        ("le papier de la crèche", "attestation_garde"),
        ("une atestation sur l'honneur", "attestation_honneur"),
        ("g fé une capture d'écran", "capture_ecran"),
    ],
)
def test_papers_that_prove(text: str, value: str) -> None:
    assert ("type_document", value) in pairs(text)


@pytest.mark.parametrize(
    "text",
    ["pas de certificat médical", "sans attestation sur l'honneur", "je suis en arrêt maladie"],
)
def test_no_paper(text: str) -> None:
    assert "type_document" not in dict(pairs(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1234567A", "1234567A"),
        ("dossier 1234567 a", "1234567A"),
        ("12 34 567 a", "1234567A"),
        ("n°1234567b, merci", "1234567B"),
    ],
)
def test_identifiers(text: str, value: str) -> None:
    assert pairs(text) == [("identifiant", value)]


@pytest.mark.parametrize(
    "text", ["1234567", "12345678A", "0612345678", "1234567 a été", "A1234567"]
)
def test_what_is_no_identifier(text: str) -> None:
    assert "identifiant" not in dict(pairs(text))


def test_the_one_who_is_ill() -> None:
    assert pairs("j'étais malade") == [("motif_absence", "maladie")]
    assert pairs("mon fils est malade") == [("motif_absence", "maladie_enfant")]
    assert pairs("mon mari est hospitalisé") == [("motif_absence", "evenement_familial")]


def test_spans_are_words_of_the_message() -> None:
    text = "Mon fils était malade hier, j’ai une convocation d’Aksis"
    assert [text[e.start : e.end] for e in lire_entites(text, TODAY)] == [
        "fils était malade",
        "hier",
        "convocation",
        "Aksis",
    ]
