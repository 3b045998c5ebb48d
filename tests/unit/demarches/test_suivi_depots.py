"""« Mon justificatif est-il arrivé ? » speaks of what was sent here, and of what was only announced."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Parler = Callable[..., Any]
OLIVIER, NADIA = "1000007G", "1000001A"
QUESTION = ("Mon justificatif est-il arrivé ?", "suivi_justificatif")


def test_a_file_sent_after_a_refused_one(parler: Parler) -> None:
    person = parler(OLIVIER)
    assert "scan.pdf" not in person.dit(*QUESTION)
    person.depose("d-1")
    answer = person.dit(*QUESTION)
    assert "« scan.pdf », déposé ici le" in answer
    assert "pas encore inscrit" in answer
    assert "refusée" in answer


def test_a_file_transmitted_with_a_confirmed_act(parler: Parler) -> None:
    person = parler(OLIVIER)
    person.dit("", "informer", fichier=person.depose("d-2"))
    person.dit("mercredi 4 novembre")
    person.dit("Certificat médical")
    assert person.memoire.demarche["etape"] == "confirmer"
    person.dit("oui", "affirmer")
    assert "Il est transmis à l’agence" in person.dit(*QUESTION)


def test_a_document_announced_and_not_sent(parler: Parler) -> None:
    person = parler(OLIVIER)
    person.dit("Envoyer ma preuve")
    person.dit("mercredi 4 novembre")
    person.dit("Certificat médical")
    person.dit("Oui, transmettre", "affirmer")
    assert len(person.actes("justificatif")) == 1
    assert "Le fichier n’est pas encore arrivé" in person.dit(*QUESTION)


def test_nothing_sent_nothing_announced(parler: Parler) -> None:
    answer = parler(NADIA).dit(*QUESTION)
    assert "Aucun document" in answer
    assert "arrivé" not in answer
