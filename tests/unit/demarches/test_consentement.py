"""Only a clear yes writes: a question, a hesitation or a « oui, mais… » does not, however it begins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Parler = Callable[..., Any]
NADIA, ENZO = "1000001A", "1000010K"


@pytest.fixture
def enzo(parler: Parler) -> Any:
    """Enzo, whose absence of tomorrow waits for a yes."""
    person = parler(ENZO)
    person.dit("je veux déclarer mon absence de demain", "signaler_absence", motif="maladie")
    person.dit("Plus tard")
    assert person.memoire.demarche["etape"] == "confirmer"
    return person


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("et si je dis oui ?", "affirmer"),
        ("et si je dis non ?", "nlu_fallback"),
        ("si je fais rien il se passe quoi", "nlu_fallback"),
        ("si je réponds pas", "informer"),
        ("si je viens quand même ça compte ?", "atelier_obligatoire"),
        ("c'est bien cela ?", "affirmer"),
        ("oui mais c'est quoi la suite ?", "affirmer"),
        ("oui mais attendez", "affirmer"),
        ("ok je vais réfléchir", "affirmer"),
        ("d'accord je vois", "affirmer"),
        ("oui j'ai compris", "affirmer"),
        ("oui enfin je sais pas trop", "affirmer"),
        ("ok mais je risque quoi moi", "consequences_absence"),
        ("oui et on peut me radier combien de temps", "duree_sanction"),
        ("ok plus tard", "affirmer"),
        ("oui ?", "affirmer"),
        ("si je clique sur oui transmettre ça part tout de suite", "affirmer"),
    ],
)
def test_what_is_no_clear_yes_writes_nothing(enzo: Any, said: str, intent: str) -> None:
    enzo.dit(said, intent)
    assert enzo.actes() == ()
    assert enzo.memoire.demarche["etape"] == "confirmer"


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("Oui, transmettre", "affirmer"),
        ("ouais vas-y", "affirmer"),
        ("ok c bon", "affirmer"),
        ("oui svp merci", "affirmer"),
        ("c'est exact", "affirmer"),
        ("oui signalez mon absence", "signaler_absence"),
        ("oui pas de souci", "affirmer"),
        ("je confirme", "affirmer"),
        ("d'accord", "affirmer"),
        ("1", "informer"),
    ],
)
def test_a_clear_yes_writes_once(enzo: Any, said: str, intent: str) -> None:
    assert "C’est transmis" in enzo.dit(said, intent)
    enzo.dit(said, intent)
    assert len(enzo.actes("absence")) == 1


@pytest.mark.parametrize("said", ["et si je dis non ?", "si je réponds pas il se passe quoi"])
def test_what_a_yes_or_a_no_would_do_is_told(enzo: Any, said: str) -> None:
    answer = enzo.dit(said, "nlu_fallback")
    assert "Sans un « oui » clair de votre part, je ne fais rien" in answer
    assert "C’est bien cela ?" in answer
    assert enzo.boutons == ["Oui, transmettre", "Non"]


def test_a_question_about_another_reason_corrects_nothing(enzo: Any) -> None:
    enzo.dit("une autre raison c'est possible ou pas ?", "motifs_legitimes")
    assert enzo.memoire.demarche["motif"] == "maladie"


@pytest.mark.parametrize(
    ("said", "piece", "proof"),
    [
        ("j'ai le bulletin d'hospitalisation", "bulletin d’hospitalisation", "à joindre avec"),
        ("oui j'ai un arrêt de travail", "arrêt de travail", "à joindre avec"),
        ("j'aurai le certificat demain", "certificat médical", "plus tard"),
        ("le mot de l'école", "attestation de garde", "à joindre avec"),
    ],
)
def test_a_paper_named_in_passing_fills_the_proof(
    parler: Parler, said: str, piece: str, proof: str
) -> None:
    nadia = parler(NADIA)
    nadia.dit(
        "je déclare mon absence de jeudi, mon père est hospitalisé",
        "signaler_absence",
        motif="evenement_familial",
    )
    answer = nadia.dit(said, motif="maladie", preuve="a_fournir")
    assert f"Preuve : {piece}, {proof}" in answer
    assert "Raison : hospitalisation d’un proche" in answer
    nadia.dit("oui", "affirmer")
    (acte,) = nadia.actes("absence")
    assert acte.contenu["preuve"] == ("maintenant" if "joindre" in proof else "plus_tard")


def test_all_said_at_once_asks_for_no_proof_again(parler: Parler) -> None:
    nadia = parler(NADIA)
    answer = nadia.dit(
        "j'ai le bulletin d'hospitalisation, je serai pas à l'atelier cv jeudi",
        "signaler_absence",
        motif="maladie",
        preuve="a_fournir",
    )
    assert "Preuve : bulletin d’hospitalisation, à joindre" in answer
    nadia.dit("oui", "affirmer")
    assert "Document que vous allez envoyer : bulletin" in nadia.dit("Envoyer ma preuve")


def test_no_paper_is_no_proof(parler: Parler) -> None:
    nadia = parler(NADIA)
    answer = nadia.dit(
        "je serai pas là jeudi, malade, et j'ai pas de certificat",
        "signaler_absence",
        motif="maladie",
        preuve="aucune",
    )
    assert "Preuve : aucune" in answer


@pytest.mark.parametrize(
    ("said", "motif", "label"),
    [
        ("malade", "maladie", "maladie"),
        ("enfant malade", "maladie_enfant", "enfant malade"),
        ("Enfant malade", None, "enfant malade"),
        ("j'ai un exam de code", None, "Examen"),
    ],
)
def test_the_reason_said_counts_before_a_title_that_holds_its_words(
    parler: Parler, said: str, motif: str | None, label: str
) -> None:
    nadia = parler(NADIA)
    nadia.dit("je serai absente jeudi", "signaler_absence")
    nadia.dit(said, **({"motif": motif} if motif else {}))
    assert f"Raison : {label}".lower() in nadia.dit("Plus tard").lower()


def test_a_reason_is_no_wish_to_leave(parler: Parler) -> None:
    nadia = parler(NADIA)
    nadia.dit("je serai absente jeudi", "signaler_absence")
    assert "Raison : oubli" in nadia.dit("oubli", "annuler", motif="oubli")
    nadia = parler(NADIA)
    nadia.dit("je serai absente jeudi", "signaler_absence")
    assert "Rien n’a été enregistré" in nadia.dit("oublie ça", "annuler", motif="oubli")


def test_a_second_yes_tells_what_is_recorded(enzo: Any) -> None:
    enzo.dit("oui", "affirmer")
    assert "voici ce qui est enregistré" in enzo.dit("oui", "affirmer")
    assert len(enzo.actes()) == 1


def test_what_was_declared_is_taken_back_then_declared_again(enzo: Any) -> None:
    enzo.dit("oui", "affirmer")
    assert "J’annule" in enzo.dit("annulez ma déclaration d'absence", "signaler_absence")
    enzo.dit("oui", "affirmer")
    assert enzo.actes("absence") == ()
    enzo.dit("je veux déclarer mon absence de demain", "signaler_absence", motif="transport")
    enzo.dit("Plus tard")
    enzo.dit("oui", "affirmer")
    assert len(enzo.actes("absence")) == 1


def test_a_call_back_is_put_right_in_words(parler: Parler) -> None:
    nadia = parler(NADIA)
    nadia.dit("Être rappelé")
    answer = nadia.dit("non dites que c'est pour la garde de mon fils", "nier")
    assert "garde de mon fils" in answer
    assert "Je transmets cette demande" in answer
    nadia.dit("oui", "affirmer")
    (acte,) = nadia.actes("rappel")
    assert "garde de mon fils" in acte.contenu["resume"]


def test_a_yes_is_no_kind_of_document(parler: Parler) -> None:
    enzo = parler(ENZO)
    enzo.dit("scan.pdf", "hors_sujet", fichier=enzo.depose("d-1"))
    answer = enzo.dit("oui", "affirmer")
    assert "« oui »" not in answer
    assert "De quel document" in answer


def test_a_recorded_announcement_without_file_is_listed(parler: Parler) -> None:
    enzo = parler(ENZO)
    enzo.dit("Envoyer ma preuve")
    enzo.dit("attestation de la sncf")
    enzo.dit("oui", "affirmer")
    assert "Preuve annoncée" in enzo.dit("est-ce bien enregistré ?")
