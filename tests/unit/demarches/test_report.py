"""Asking to move an appointment: the tolerance, the day wished, too late."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

Parler = Callable[..., Any]
AMINATA, NADIA, LUCAS, SOPHIE, KEVIN, GRACE = (
    "1000003C",
    "1000001A",
    "1000004D",
    "1000005E",
    "1000006F",
    "1000011L",
)


def oblige(person: Any) -> Any:
    """The same person, whose appointments are all in the contract."""
    read = person.dossier

    def dossier() -> Any:
        file = read()
        bound = tuple(replace(rdv, dans_contrat="oui") for rdv in file.rendez_vous)
        return replace(file, rendez_vous=bound)

    person.dossier = dossier
    return person


def test_all_said_at_once_goes_to_the_summary(parler: Parler) -> None:
    nadia = parler(NADIA)
    answer = nadia.dit(
        "je veux déplacer mon atelier de jeudi au 4 décembre", "reporter_rendez_vous"
    )
    assert (
        "Déplacer « Atelier CV » du jeudi 26 novembre à 9 h. Jour souhaité : vendredi 4 décembre."
        in answer
    )
    assert nadia.actes() == ()
    done = nadia.dit("oui", "affirmer")
    assert "transmise à l’agence" in done
    assert "Ce n’est pas encore un accord" in done
    (acte,) = nadia.actes("report")
    assert acte.cle == "report:rdv-2"
    assert acte.contenu["souhait"] == "2026-12-04"


def test_the_count_of_the_file_gives_what_is_left(parler: Parler) -> None:
    answer = parler(NADIA).dit("Demander un report")
    assert "Lequel voulez-vous déplacer" in answer
    lucas = parler(LUCAS)
    answer = lucas.dit("Demander un report")
    assert "C’est le dernier sans motif" in answer
    assert "tolérance d’usage" in answer
    assert lucas.reponse.rules == ("report.tolerance",)


def test_from_the_third_a_proof_is_asked(parler: Parler) -> None:
    sophie = oblige(parler(SOPHIE))
    answer = sophie.dit("Demander un report")
    assert "déjà utilisé vos 2 reports" in answer
    assert "peut être traitée comme injustifiée" in answer
    assert "report.justificatif" in sophie.reponse.rules
    assert "refusée sans preuve" in sophie.dit("non", "nier")
    assert "Si c’est le cas, venez" in sophie.dit("le 15 décembre")


def test_an_optional_event_is_never_an_absence_without_excuse(parler: Parler) -> None:
    sophie = parler(SOPHIE)
    answer = sophie.dit("Demander un report")
    assert "n’est pas obligatoire : vous pouvez aussi ne pas venir" in answer
    assert "Aucune sanction n’est prévue pour cette seule absence" in answer
    assert "injustifiée" not in answer
    assert "report.sans_justificatif" not in sophie.reponse.rules
    assert "absence.facultatif" in sophie.reponse.rules
    sophie.dit("non", "nier")
    answer = sophie.dit("le 15 décembre")
    assert "vous pourrez alors ne pas venir" in answer
    assert "venez." not in answer


def test_a_recommended_event_says_that_a_refusal_is_explained(parler: Parler) -> None:
    answer = parler(AMINATA).dit("Demander un report")
    assert "conseillé, pas obligatoire" in answer


@pytest.mark.parametrize(
    ("said", "motif", "label", "proof"),
    [
        (
            "je veux déplacer mon atelier cv, mon fils est malade",
            "maladie",
            "enfant malade",
            "école",
        ),
        (
            "decaler l'atelier cv svp jai un entretien jeudi",
            "entretien_embauche",
            "entretien d’embauche",
            "employeur",
        ),
        ("reporter l'atelier cv parce que je déménage", None, "« je déménage »", "preuve"),
    ],
)
def test_a_reason_given_is_said_back_and_its_proof_asked(
    parler: Parler, said: str, motif: str | None, label: str, proof: str
) -> None:
    nadia = parler(NADIA)
    answer = nadia.dit(
        "je voudrais " + said, "reporter_rendez_vous", **({"motif": motif} if motif else {})
    )
    assert f"Votre raison est notée : {label}" in answer
    assert "Avec une preuve, ce report ne compte pas dans vos 2 reports" in answer
    assert proof in answer
    assert "Avez-vous une preuve ?" in answer
    assert "ne compte pas" in nadia.dit("oui", "affirmer")
    assert f"Raison : {label}" in nadia.dit("le 3 décembre")
    nadia.dit("oui", "affirmer")
    (acte,) = nadia.actes("report")
    assert acte.contenu["preuve"] == "fournie"


def test_without_the_proof_the_postponement_counts(parler: Parler) -> None:
    nadia = parler(NADIA)
    nadia.dit("déplacer mon atelier cv, je suis malade", "reporter_rendez_vous", motif="maladie")
    nadia.dit(
        "je voudrais déplacer mon atelier cv, je suis malade",
        "reporter_rendez_vous",
        motif="maladie",
    )
    answer = nadia.dit("non j'en ai pas", "nier")
    assert (
        "Sans preuve, ce report compte comme un report sans motif. Il vous en restera 1" in answer
    )


def test_a_reason_that_is_not_kept_asks_no_proof(parler: Parler) -> None:
    nadia = parler(NADIA)
    answer = nadia.dit(
        "je voudrais déplacer mon atelier cv, j'avais oublié", "reporter_rendez_vous", motif="oubli"
    )
    assert "n’est en principe pas retenue" in answer
    assert "Avez-vous une preuve" not in answer


def test_a_paper_named_with_the_reason_is_said_back(parler: Parler) -> None:
    nadia = parler(NADIA)
    nadia.dit(
        "je voudrais déplacer mon atelier cv, mon fils est malade, j'ai le certificat du pédiatre",
        "reporter_rendez_vous",
        motif="maladie_enfant",
        preuve="a_fournir",
    )
    answer = nadia.dit("le 3 décembre")
    assert "Preuve : certificat médical, à joindre avec le trombone" in answer


def test_with_a_proof_the_third_is_asked_for(parler: Parler) -> None:
    sophie = parler(SOPHIE)
    sophie.dit("Demander un report", motif="maladie")
    assert "avec votre preuve" in sophie.dit("oui j'en ai une", "affirmer")
    sophie.dit("je ne sais pas")
    sophie.dit("oui", "affirmer")
    (acte,) = sophie.actes("report")
    assert (acte.contenu["preuve"], acte.contenu["souhait"]) == ("fournie", "aucune")


def test_after_the_date_it_is_an_absence(parler: Parler) -> None:
    kevin = parler(KEVIN)
    answer = kevin.dit("je veux reporter mon atelier du 9 novembre", "reporter_rendez_vous")
    assert "Ce n’est plus un report, c’est une absence à justifier" in answer
    assert "Pour quelle raison" in answer
    assert kevin.memoire.demarche["nature"] == "absence"
    assert "absence.a_justifier" in kevin.reponse.rules


def test_asked_twice_says_so_and_another_day_takes_its_place(parler: Parler) -> None:
    nadia = parler(NADIA)
    ask = "je veux déplacer mon atelier de jeudi au 4 décembre"
    nadia.dit(ask, "reporter_rendez_vous")
    nadia.dit("oui", "affirmer")
    assert "Ce report est déjà demandé, le mardi 24 novembre" in nadia.dit(
        ask, "reporter_rendez_vous"
    )
    assert len(nadia.actes()) == 1
    change = nadia.dit(
        "je veux déplacer mon atelier de jeudi au 7 décembre", "reporter_rendez_vous"
    )
    assert "à la place de la première" in change
    nadia.dit("oui", "affirmer")
    (acte,) = nadia.actes("report")
    assert acte.contenu["souhait"] == "2026-12-07"
    assert acte.remplace is not None


def test_nothing_to_move(parler: Parler) -> None:
    assert "aucun rendez-vous à venir" in parler(GRACE).dit("Demander un report")


def test_unproven(parler: Parler) -> None:
    answer = parler(None).dit("Demander un report")
    assert "39 49" in answer
    assert "connectez-vous" in answer
