"""Rights and duties: figures of the rules base, and this month's dates."""

from __future__ import annotations

from datetime import date

import pytest

from actions.droits_et_devoirs import actualisation_period
from actions.framework import registry
from actions.framework.render import text

INTENTS = (
    "connaitre_droits",
    "connaitre_obligations",
    "actualisation",
    "offre_raisonnable",
    "acces_formation",
    "espace_personnel",
)


@pytest.fixture
def ask(make_request):
    def run(intent, said="", **options):
        answer = registry.entry(intent).handler(make_request(intent, said, **options))
        return answer, text(answer).replace("\u00a0", " ")

    return run


@pytest.mark.parametrize(
    ("today", "is_open", "start", "end"),
    [
        (date(2026, 11, 24), False, date(2026, 11, 28), date(2026, 12, 15)),
        (date(2026, 11, 28), True, date(2026, 11, 28), date(2026, 12, 15)),
        (date(2026, 12, 15), True, date(2026, 11, 28), date(2026, 12, 15)),
        (date(2026, 12, 16), False, date(2026, 12, 28), date(2027, 1, 15)),
        (date(2027, 1, 3), True, date(2026, 12, 28), date(2027, 1, 15)),
        (date(2027, 2, 26), True, date(2027, 2, 26), date(2027, 3, 15)),
        (date(2027, 2, 25), False, date(2027, 2, 26), date(2027, 3, 15)),
        (date(2027, 3, 1), True, date(2027, 2, 26), date(2027, 3, 15)),
    ],
)
def test_the_period_of_the_update(services, today, is_open, start, end):
    period = actualisation_period(today, services.droit)
    assert (period.ouverte, period.debut, period.fin) == (is_open, start, end)


@pytest.mark.parametrize(
    ("intent", "said", "parts", "rules"),
    [
        ("connaitre_droits", "", ["ne s’arrête pas à cause d’une sanction"], ["droits.accompagnement", "droits.condition_engagement"]),
        ("connaitre_droits", "est-ce que je garde la sécu", ["vivre en France"], ["droits.condition_engagement"]),
        ("connaitre_obligations", "", ["15 heures", "offre raisonnable"], ["obligations.generales", "contrat.quinze_heures"]),
        ("connaitre_obligations", "je déménage, faut prévenir ?", ["30 jours", "au plus tard à votre actualisation"], ["situation.domicile", "situation.changement"]),
        ("actualisation", "c’est quand", ["samedi 28 novembre", "mardi 15 décembre", "26 en février"], ["obligations.actualisation"]),
        ("actualisation", "g oublié de m’actualiser je suis radié ?", ["n’est pas une radiation", "cessation d’inscription"], ["obligations.actualisation"]),
        ("offre_raisonnable", "", ["2 mois, 4 mois", "deux refus", "usage local"], ["obligations.offre_raisonnable", "sanction.offre_raisonnable"]),
        ("acces_formation", "", ["d’après votre projet"], ["droits.formation"]),
        ("acces_formation", "je veux monter ma boîte", ["créer votre activité"], ["droits.accompagnement"]),
        ("espace_personnel", "", ["Transmettre un document"], ["justificatif.canal"]),
        ("espace_personnel", "mot de passe perdu", ["ne me donnez jamais votre mot de passe", "39 49"], ["report.canal"]),
    ],
)  # fmt: skip
def test_the_answer_states_the_rule(ask, intent, said, parts, rules):
    answer, shown = ask(intent, said)
    for part in parts:
        assert part in shown
    assert set(rules) <= set(answer.rules)
    assert answer.sources


@pytest.mark.parametrize("intent", INTENTS)
@pytest.mark.parametrize(
    "today", [date(2024, 2, 29), date(2025, 3, 1), date(2026, 11, 24), date(2030, 1, 1)]
)
def test_no_day_makes_an_answer_fail(ask, intent, today):
    answer, shown = ask(intent, today=today)
    assert len(shown) <= 900
    assert len(answer.buttons) <= 3


def test_an_open_period_says_until_when(ask):
    _, shown = ask("actualisation", "j'ai oublié", today=date(2026, 12, 10))
    assert "jusqu’au mardi 15 décembre" in shown
    assert "tout de suite" in shown
