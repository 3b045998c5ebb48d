"""« Et la prochaine fois ? » after what an absence may lead to: the same answer for a repeated one."""

from __future__ import annotations

from datetime import date

import pytest

from actions import absence, dossier  # noqa: F401  (registers the handlers)
from actions.framework.render import text
from actions.framework.turn import respond


@pytest.fixture
def after_first(make_request):
    """The memory after the answer on a first absence, with an ARE."""
    request = make_request("consequences_absence", "je risque quoi", faits={"allocation": "ARE"})
    return respond(request)[1]


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("et s'il recommence ?", "annuler"),
        ("et si je recommence", "consequences_absence"),
        ("et la prochaine fois ?", "prochain_rendez_vous"),
        ("et la troisième ?", "affirmer"),
        ("et la deuxième fois", "nlu_fallback"),
        ("et si ça arrive encore ?", "hors_sujet"),
    ],
)
def test_one_more_absence(make_request, after_first, said, intent):
    answer, memory = respond(make_request(intent, said, memory=after_first))
    assert "sanction.assiduite.repetee" in answer.rules
    assert "1 à 4 mois" in text(answer).replace("\u00a0", " ")
    assert memory.sujet["intent"] == "consequences_absence"


def test_one_to_come_is_judged_by_the_law_of_today(make_request):
    first = make_request(
        "consequences_absence",
        "j'ai raté un rendez-vous en mars 2024",
        faits={"allocation": "ARE", "date_absence": date(2024, 3, 12)},
    )
    _, memory = respond(first)
    answer, _ = respond(make_request("annuler", "et si je recommence ?", memory=memory))
    assert "sanction.assiduite.repetee" in answer.rules


def test_elsewhere_the_next_time_is_an_appointment(make_request):
    answer, _ = respond(make_request("prochain_rendez_vous", "et la prochaine fois ?"))
    assert "sanction.assiduite.repetee" not in answer.rules
