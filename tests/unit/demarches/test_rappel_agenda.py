"""A call-back with a summary that is read first; calendar files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import icalendar

from actions.demarches.liens_documents import lire_document

Parler = Callable[..., Any]
NADIA, KEVIN, GRACE, ENZO = "1000001A", "1000006F", "1000011L", "1000010K"


def _events(person: Any) -> list[Any]:
    found = []
    for item in person.reponse.attachments:
        token = item["url"].rsplit("/", 1)[1]
        name, kind, content = lire_document(token, person.outils.settings, person.outils.engine)
        assert (name, kind) == ("rappel.ics", "text/calendar; charset=utf-8")
        found.append(icalendar.Calendar.from_ical(content).walk("VEVENT")[0])
    return found


def test_the_summary_is_read_before_it_is_sent(parler: Parler) -> None:
    nadia = parler(NADIA)
    nadia.dit("quels motifs sont acceptés ?", "motifs_legitimes", motif="maladie")
    answer = nadia.dit("je voudrais être rappelée", "parler_a_un_conseiller")
    assert "Claire Durand" in answer
    assert "qui finit par 01" in answer
    assert "06 39" not in answer
    assert nadia.actes() == ()
    done = nadia.dit("oui", "affirmer")
    assert "Votre demande de rappel est transmise" in done
    assert "Je ne peux pas dire quand" in done
    (acte,) = nadia.actes("rappel")
    assert acte.cle == "rappel:2026-11-24"
    assert "maladie" in acte.contenu["resume"]


def test_the_summary_invents_nothing(parler: Parler) -> None:
    answer = parler(GRACE).dit("Être rappelé")
    assert "Sans résumé de notre conversation" in answer


def test_the_person_writes_the_summary(parler: Parler) -> None:
    grace = parler(GRACE)
    grace.dit("Être rappelé")
    grace.dit("non", "nier")
    grace.dit("Le résumé")
    assert "« Je veux reprendre ma formation »" in grace.dit("Je veux reprendre ma formation")
    grace.dit("oui", "affirmer")
    assert grace.actes("rappel")[0].contenu["resume"] == "Je veux reprendre ma formation"


def test_one_call_back_a_day(parler: Parler) -> None:
    grace = parler(GRACE)
    for _ in range(2):
        grace.dit("Être rappelé")
        grace.dit("Oui, transmettre")
    assert "enregistr" in grace.reponse.conclusion
    assert len(grace.actes("rappel")) == 1


def test_unproven_is_told_where_to_call(parler: Parler) -> None:
    assert "39 49" in parler(None).dit("Être rappelé")


def test_the_next_appointment_with_an_alarm_the_day_before(parler: Parler) -> None:
    nadia = parler(NADIA)
    nadia.dit("Ajouter à mon agenda")
    (event,) = _events(nadia)
    assert event["summary"] == "Atelier CV"
    assert event.start.isoformat() == "2026-11-26T08:00:00+00:00"
    assert event.end.isoformat() == "2026-11-26T11:00:00+00:00"
    assert "salle 2" in event["location"]
    assert event.walk("VALARM")[0]["trigger"].dt.days == -1
    assert nadia.actes() == ()


def test_the_hour_is_that_of_the_place(parler: Parler) -> None:
    enzo = parler(ENZO)
    enzo.dit("Ajouter à mon agenda")
    assert _events(enzo)[0].start.isoformat() == "2026-11-25T05:30:00+00:00"  # 9.30 in La Réunion


def test_a_deadline_comes_along_or_alone(parler: Parler) -> None:
    kevin = parler(KEVIN)
    assert "date limite : le lundi 30 novembre" in kevin.dit("Ajouter à mon agenda")
    assert [e["summary"] for e in _events(kevin)][1].startswith("Dernier jour pour répondre")
    kevin.dit("ajoute la date limite de la lettre dans mon agenda")
    (event,) = _events(kevin)
    assert event["dtstart"].dt.isoformat() == "2026-11-30"
    grace = parler(GRACE)
    grace.dit("mets-moi ça dans mon calendrier")
    assert _events(grace)[0]["dtstart"].dt.isoformat() == "2027-01-04"


def test_the_named_appointment(parler: Parler) -> None:
    nadia = parler(NADIA)
    nadia.dit("tu peux mettre l'atelier du 10 décembre dans mon agenda ?")
    assert _events(nadia)[0]["summary"] == "Atelier Préparer ses entretiens"


def test_in_the_middle_of_an_act_it_ends_there(parler: Parler) -> None:
    nadia = parler(NADIA)
    nadia.dit("je veux déclarer mon absence de jeudi", "signaler_absence")
    answer = nadia.dit("Ajouter à mon agenda")
    assert "Nous en étions" not in answer
    assert nadia.memoire.demarche == {}


def test_unproven_has_no_dates(parler: Parler) -> None:
    assert "je ne connais pas vos dates" in parler(None).dit("Ajouter à mon agenda")
