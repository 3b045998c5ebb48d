"""« Ils ont répondu, le médiateur ? » asks whether an answer came; it tells nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.parole import Parole


@pytest.mark.parametrize("dossier", [None, "1000010K", "1000007G"])
@pytest.mark.parametrize(
    "words",
    [
        "ils ont répondu le médiateur ?",
        "le médiateur a répondu ?",
        "est-ce que le médiateur a répondu",
        "le médiateur il a répondu ou pas",
        "le médiateur a-t-il répondu",
        "la médiation est finie ?",
        "je voudrais savoir si le médiateur a répondu",
        "le département a répondu ?",
        "on a eu une réponse du médiateur ?",
    ],
)
def test_a_question_tells_no_end(make_request: Any, dossier: str | None, words: str) -> None:
    talk = Parole(make_request, dossier=dossier)
    answer = talk.dire("suivi_recours", words)
    assert answer.key.startswith("suivi_recours."), answer.key
    assert not talk.memory.faits.keys() & {"mediation_finie", "departement_repondu"}


@pytest.mark.parametrize(
    "words",
    [
        "le médiateur a répondu",
        "le médiateur a répondu, je fais quoi ?",
        "la médiation est terminée, combien de temps pour le tribunal ?",
        "le médiateur a dit non ?",
        "j'ai eu la réponse du médiateur, et maintenant ?",
    ],
)
def test_what_is_told_is_still_heard(make_request: Any, words: str) -> None:
    assert "médiation est finie" in Parole(make_request).lire("suivi_recours", words)
