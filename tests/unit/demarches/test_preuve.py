"""Announcing a proof, and saying what an uploaded one is for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from actions.dossiers.depots import depots_de
from actions.dossiers.engine import read_session

Parler = Callable[..., Any]
NADIA, KEVIN, OLIVIER, ENZO = "1000001A", "1000006F", "1000007G", "1000010K"


def _depots(person: Any) -> dict[str, tuple[str | None, int | None]]:
    with read_session(person.outils.engine) as session:
        found = depots_de(session, person.identifiant)
    return {depot.reference: (depot.rendez_vous, depot.acte) for depot in found}


def test_an_upload_is_tied_to_the_absence_and_to_the_act(parler: Parler) -> None:
    olivier = parler(OLIVIER)
    file = olivier.depose("d-1")
    asked = olivier.dit("scan.pdf", "hors_sujet", fichier=file)
    assert "Votre fichier est bien arrivé" in asked
    assert "votre absence du mercredi 4 novembre" in asked  # the only one that is not decided yet
    assert "De quel document" in asked
    assert olivier.boutons == ["Certificat médical", "Arrêt de travail", "Autre document"]
    assert "Document envoyé : certificat médical" in olivier.dit("Certificat médical")
    assert _depots(olivier) == {"d-1": (None, None)}
    done = olivier.dit("oui", "affirmer")
    assert "Votre document est transmis à l’agence" in done
    assert "Votre agence décide" in done
    assert "au plus tard le samedi 28 novembre" in done or "vendredi 27 novembre" in done
    (acte,) = olivier.actes("justificatif")
    assert acte.cle == "preuve:rdv-2"
    assert _depots(olivier) == {"d-1": ("rdv-2", acte.id)}


def test_the_absence_that_a_file_is_for_may_be_put_right(parler: Parler) -> None:
    olivier = parler(OLIVIER)
    olivier.dit("scan.pdf", "hors_sujet", fichier=olivier.depose("d-1"))
    olivier.dit("Certificat médical")
    olivier.dit("non", "nier")
    assert "Pour quelle absence" in olivier.dit("L’absence")
    assert olivier.boutons == ["mercredi 4 novembre", "lundi 9 mars"]


def test_a_second_file_before_the_yes_loses_none(parler: Parler) -> None:
    enzo = parler(ENZO)
    enzo.dit("a.pdf", "nlu_fallback", fichier=enzo.depose("d-1"))
    enzo.dit("b.pdf", "nlu_fallback", fichier=enzo.depose("d-2"))
    enzo.dit("une attestation de la sncf")
    enzo.dit("oui", "affirmer")
    (acte,) = enzo.actes("justificatif")
    assert acte.contenu["depots"] == ["d-1", "d-2"]
    assert {act for _, act in _depots(enzo).values()} == {acte.id}


def test_a_later_file_is_added_to_the_first(parler: Parler) -> None:
    enzo = parler(ENZO)
    for name in ("d-1", "d-2"):
        enzo.dit("scan.pdf", "nlu_fallback", fichier=enzo.depose(name))
        enzo.dit("Autre document")
        enzo.dit("oui", "affirmer")
    (acte,) = enzo.actes("justificatif")
    assert acte.contenu["depots"] == ["d-1", "d-2"]


def test_a_file_in_the_middle_of_a_declaration_is_its_proof(parler: Parler) -> None:
    nadia = parler(NADIA)
    nadia.dit("je veux déclarer mon absence de jeudi", "signaler_absence", motif="maladie")
    file = nadia.depose("d-1")
    assert "le fichier que vous venez d’envoyer" in nadia.dit("x.pdf", "hors_sujet", fichier=file)
    nadia.dit("oui", "affirmer")
    (acte,) = nadia.actes("absence")
    assert _depots(nadia) == {"d-1": ("rdv-2", acte.id)}
    again = nadia.dit("je vous envoie mon certificat médical", "fournir_justificatif")
    assert "C’est déjà noté" in again


def test_an_announced_proof_is_noted_with_the_deadline(parler: Parler) -> None:
    kevin = parler(KEVIN)
    answer = kevin.dit("j'aurai mon certificat médical vendredi", "fournir_justificatif")
    assert "Document que vous allez envoyer : certificat médical" in answer
    assert "doit porter la date du lundi 9 novembre" in answer
    done = kevin.dit("oui", "affirmer")
    assert "trombone" in done
    assert "au plus tard le lundi 30 novembre" in done
    assert "C’est déjà noté" in kevin.dit("Envoyer ma preuve")
    assert len(kevin.actes()) == 1


def test_without_any_absence(parler: Parler) -> None:
    nadia = parler(NADIA)
    assert "aucune absence à prouver" in nadia.dit("Envoyer ma preuve")
    assert nadia.boutons[0] == "Déclarer une absence"


def test_someone_elses_file_is_never_tied(parler: Parler) -> None:
    stranger = parler(NADIA)
    stranger.depose("d-9")
    enzo = parler(ENZO)
    enzo.dit("scan.pdf", "nlu_fallback", fichier="d-9")
    enzo.dit("Autre document")
    enzo.dit("oui", "affirmer")
    assert _depots(stranger) == {"d-9": (None, None)}


def test_unproven(parler: Parler) -> None:
    assert "Transmettre un document" in parler(None).dit("Envoyer ma preuve")
