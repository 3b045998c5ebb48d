"""Cutting a message into the requests that it carries."""

from __future__ import annotations

import pytest

from actions.langue.questions import decouper

CASES = (
    ("Bonjour, dois-je venir lundi ?", 1),
    ("bjr", 1),
    ("c'est obligatoire ? et comment je reporte mon rdv ?", 2),
    ("je risque quoi si je viens pas et aussi comment je fais pour contester", 2),
    ("Je suis malade. Où envoyer mon certificat ?", 2),
    ("j'ai reçu un courrier et je suis malade", 1),
    ("Où est-ce et à quelle heure ?", 1),
    ("Merci !", 1),
    ("", 0),
)


@pytest.mark.parametrize(("text", "parts"), CASES)
def test_how_many_parts(text: str, parts: int) -> None:
    assert len(decouper(text)) == parts


def test_nothing_is_lost() -> None:
    text = "Bonjour. Est-ce obligatoire ? Sinon comment reporter mon rendez-vous ?"
    assert decouper(text) == [
        "Bonjour. Est-ce obligatoire ?",
        "Sinon comment reporter mon rendez-vous ?",
    ]
