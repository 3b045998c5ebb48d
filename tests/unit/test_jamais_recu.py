"""« Jamais reçu la convoc », with the day of the appointment: never received, not received late."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.parole import Parole


@pytest.mark.parametrize(
    "words",
    [
        "j'ai jamais reçu la convoc hier pour l'atelier",
        "j'ai jamais reçu la convocation pour l'atelier de ce matin",
        "le rdv d'aujourd'hui j'ai jamais reçu la convocation, je le découvre ce matin",
        "rdv ce matin et rien reçu hier",
        "j'ai pas eu de convocation pour le rdv de demain, je viens de le voir aujourd'hui",
        "aucune convocation reçue pour mon atelier d'hier, je suis en retard ?",
    ],
)
def test_never_received_is_not_received_late(make_request: Any, words: str) -> None:
    assert Parole(make_request).dire("convocation_non_recue", words).key.endswith("non_recue")


@pytest.mark.parametrize(
    "words",
    [
        "j'ai reçu la convocation hier pour aujourd'hui",
        "convoc reçue ce matin pour un atelier demain",
        "j'ai reçu la lettre la veille",
        "je l'ai pas reçue avant la veille du rdv",
        "jamais reçu à temps, la lettre est arrivée le lendemain",
    ],
)
def test_received_late_stays_late(make_request: Any, words: str) -> None:
    assert Parole(make_request).dire("convocation_non_recue", words).key.endswith("tardive")


@pytest.mark.parametrize(
    "said", ["hier", "c'était hier", "le rdv était hier", "c'était le 23 novembre"]
)
def test_the_day_said_next_is_that_of_the_appointment(make_request: Any, said: str) -> None:
    talk = Parole(make_request)
    talk.dire("convocation_non_recue", "j'ai jamais reçu la convoc", faits={"motif": "non_recu"})
    answer = talk.dire("informer", said)
    assert answer.key == "convocation_non_recue.non_recue"
    assert "lundi 23 novembre" in answer.conclusion


def test_the_day_said_after_a_late_one_is_that_of_the_letter(make_request: Any) -> None:
    talk = Parole(make_request)
    talk.dire("convocation_non_recue", "j'ai reçu la convocation trop tard")
    assert talk.dire("informer", "hier").key == "convocation_non_recue.tardive"
