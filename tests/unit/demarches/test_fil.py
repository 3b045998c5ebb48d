"""The thread of an act: questions in between, thanks, distress, leaving, a « oui » to something else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

import pytest

from tests.unit.demarches.conftest import TODAY

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


def test_a_question_is_answered_then_the_act_comes_back_with_its_summary(enzo: Any) -> None:
    answer = enzo.dit("ça veut dire quoi radiation ?", "comprendre_sanction")
    assert "Nous en étions à votre déclaration d’absence" in answer
    assert "Raison : maladie" in answer
    assert enzo.boutons == ["Oui, transmettre", "Non"]
    enzo.dit("oui", "affirmer")
    assert len(enzo.actes("absence")) == 1


def test_a_yes_after_thanks_confirms_nothing(enzo: Any) -> None:
    enzo.dit("merci beaucoup", "remercier")
    answer = enzo.dit("oui", "affirmer")
    assert enzo.actes() == ()
    assert "Nous en étions" in answer


def test_a_yes_after_distress_confirms_nothing(enzo: Any) -> None:
    assert "3114" in enzo.dit("j'en peux plus, je veux en finir", "exprimer_detresse")
    enzo.dit("oui", "affirmer")
    assert enzo.actes() == ()


def test_leaving_records_nothing(enzo: Any) -> None:
    assert "Rien n’a été enregistré" in enzo.dit("laisse tomber", "annuler")
    assert enzo.memoire.demarche == {}
    assert enzo.actes() == ()


def test_coming_after_all_ends_the_declaration(enzo: Any) -> None:
    answer = enzo.dit("en fait je viens demain", "signaler_absence")
    assert "Votre rendez-vous reste prévu le mercredi 25 novembre à 9 h 30" in answer
    assert enzo.memoire.demarche == {}


def test_words_without_meaning_ask_again_and_write_nothing(enzo: Any) -> None:
    assert "Je n’ai pas compris votre réponse" in enzo.dit("azerty", "nlu_fallback")
    assert enzo.boutons == ["Oui, transmettre", "Non"]
    assert enzo.actes() == ()


def test_another_act_may_begin_in_the_middle(enzo: Any) -> None:
    answer = enzo.dit("je voudrais plutôt déplacer ce rendez-vous", "reporter_rendez_vous")
    assert "Quel jour vous conviendrait" in answer
    assert enzo.memoire.demarche["nature"] == "report"


def test_am_i_recorded_before_the_yes(enzo: Any) -> None:
    answer = enzo.dit("ai-je bien déclaré mon absence ?")
    assert "Non, pas encore" in answer
    assert "C’est bien cela ?" in answer


def test_button_titles_of_the_choices_fit_the_channels(parler: Parler) -> None:
    wording = parler(None).outils.wording
    keys = [key for key in wording.names() if key.startswith("demarche.")]
    for key in keys:
        titles = [str(t) for t in wording.block(key).get("choix", {})]
        assert all(len(title) <= 22 for title in titles), key


def test_an_act_is_recalled_twice_then_set_aside(enzo: Any) -> None:
    asked = ("ça veut dire quoi radiation ?", "comprendre_sanction")
    assert "Nous en étions" in enzo.dit(*asked)
    assert "Nous en étions" in enzo.dit(*asked)
    assert "Nous en étions" not in enzo.dit(*asked)
    assert enzo.memoire.demarche == {}
    enzo.dit("oui", "affirmer")
    assert enzo.actes() == ()


def test_going_on_with_the_act_allows_new_reminders(enzo: Any) -> None:
    asked = ("ça veut dire quoi radiation ?", "comprendre_sanction")
    enzo.dit(*asked)
    enzo.dit(*asked)
    assert "Raison : enfant malade" in enzo.dit("en fait c'était mon fils", motif="maladie")
    assert "Nous en étions" in enzo.dit(*asked)


def test_an_act_left_for_half_an_hour_is_over(enzo: Any) -> None:
    enzo.heure = time(9, 45)
    assert "Nous en étions" not in enzo.dit("ça veut dire quoi radiation ?", "comprendre_sanction")
    assert "C’est bien cela" not in enzo.dit("oui", "affirmer")
    assert enzo.actes() == ()


def test_the_next_day_a_confirmation_confirms_nothing(enzo: Any) -> None:
    enzo.jour = TODAY + timedelta(days=1)
    assert "aucune démarche enregistrée" in enzo.dit("Oui, transmettre", "affirmer")
    assert enzo.actes() == ()


def test_goodbye_sets_the_act_aside(enzo: Any) -> None:
    enzo.dit("au revoir et bonne journée", "au_revoir")
    enzo.dit("oui", "affirmer")
    assert enzo.memoire.demarche == {}
    assert enzo.actes() == ()


def test_a_calendar_file_in_the_middle_ends_the_act(enzo: Any) -> None:
    assert "pour votre agenda" in enzo.dit("Ajouter à mon agenda")
    assert "Nous en étions" not in enzo.dit("ça veut dire quoi radiation ?", "comprendre_sanction")


def test_another_act_asked_for_is_no_account_for_the_letter(parler: Parler) -> None:
    person = parler(ENZO)
    person.dit("Préparer une lettre")
    person.dit("Lettre d’observations")
    assert person.memoire.demarche["etape"] == "dire"
    person.dit("je voudrais déclarer mon absence de demain", "signaler_absence")
    assert person.memoire.demarche["nature"] == "absence"


def test_the_same_question_is_not_asked_for_ever(enzo: Any) -> None:
    answers = [enzo.dit(f"azerty {number}", "nlu_fallback") for number in range(3)]
    assert "39 49" in answers[-1]
