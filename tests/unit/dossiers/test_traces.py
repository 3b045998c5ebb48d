"""Deposits, messages taken, judgements, journals; and erasing them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from actions.dossiers import depots, messages_vus, retours
from actions.dossiers.actes import actes_de, enregistrer_acte
from actions.dossiers.engine import read_session, write_session
from actions.dossiers.liens import creer_code
from actions.dossiers.models import AuditRegleRow, MessageVuRow, RetourRow
from actions.dossiers.personne import Depot
from actions.dossiers.repository import existe
from actions.dossiers.retention import Durees, effacer_personne, purger

WHO, OTHER = "1000001A", "1000002B"
NOON = datetime(2026, 11, 23, 11, tzinfo=timezone.utc)
ANSWER = [{"text": "Oui, « obligatoire ».", "buttons": []}]


def _deposit(session: Session, reference: str = "x" * 32, who: str = WHO, **more: Any) -> Depot:
    values: dict[str, Any] = {"nom_affiche": "certificat médical.pdf", "type": "application/pdf"}
    values |= {"taille": 1234, "sha256": "0" * 64, "now": NOON, **more}
    return depots.enregistrer_depot(session, reference=reference, identifiant=who, **values)


def test_a_deposit_and_what_it_is_for(engine: Engine) -> None:
    with write_session(engine) as session:
        first = _deposit(session)
        act, _ = enregistrer_acte(session, identifiant=WHO, nature="justificatif", cle="j")
        linked = depots.rattacher_depot(
            session, WHO, first.reference, rendez_vous="rdv-2", acte=act.id
        )
    assert linked is not None
    assert (linked.rendez_vous, linked.acte, linked.depose_le) == ("rdv-2", act.id, NOON)
    with read_session(engine) as session:
        assert depots.depots_de(session, WHO) == (linked,)


def test_deposits_belong_to_one_person(engine: Engine) -> None:
    with write_session(engine) as session:
        mine = _deposit(session)
        assert depots.depot_de(session, OTHER, mine.reference) is None
        assert depots.rattacher_depot(session, OTHER, mine.reference, rendez_vous="r") is None
        assert not depots.supprimer_depot(session, OTHER, mine.reference)
        with pytest.raises(ValueError, match="taken"):
            _deposit(session, who=OTHER)


def test_deleting_a_deposit(engine: Engine) -> None:
    with write_session(engine) as session:
        mine = _deposit(session)
        assert depots.supprimer_depot(session, WHO, mine.reference, now=NOON)
        assert not depots.supprimer_depot(session, WHO, mine.reference)
        assert depots.depots_de(session, WHO) == ()
        assert depots.depots_de(session, WHO, supprimes=True)[0].supprime_le == NOON


def _take(engine: Engine, message: str = "m1", now: datetime = NOON) -> messages_vus.MessageVu:
    with write_session(engine) as session:
        return messages_vus.prendre_message(session, "c1", message, now=now)


def test_a_message_is_taken_once_and_its_answer_kept(engine: Engine) -> None:
    assert _take(engine) == messages_vus.MessageVu(True, None)
    assert _take(engine) == messages_vus.MessageVu(False, None)
    with write_session(engine) as session:
        messages_vus.garder_reponse(session, "c1", "m1", ANSWER)
    assert _take(engine, now=NOON + timedelta(hours=1)) == messages_vus.MessageVu(False, ANSWER)
    assert _take(engine, "m2").nouveau


def test_an_empty_answer_is_an_answer(engine: Engine) -> None:
    _take(engine)
    with write_session(engine) as session:
        messages_vus.garder_reponse(session, "c1", "m1", [])
    assert _take(engine, now=NOON + timedelta(hours=1)) == messages_vus.MessageVu(False, [])


def test_a_message_whose_server_died_is_taken_again_once(engine: Engine) -> None:
    _take(engine)
    later = NOON + messages_vus.REPRISE + timedelta(seconds=1)
    with ThreadPoolExecutor(4) as pool:
        taken = list(pool.map(lambda _: _take(engine, now=later).nouveau, range(4)))
    assert sorted(taken) == [False, False, False, True]


@pytest.mark.parametrize("message", ["x" * 10_000, "a\0b", "é" * 201])
def test_any_message_id_is_borne(engine: Engine, message: str) -> None:
    assert _take(engine, message).nouveau
    assert not _take(engine, message).nouveau
    with write_session(engine) as session:
        retours.noter_retour(session, "c1", message, True)


def test_the_last_judgement_counts(engine: Engine) -> None:
    for useful in (True, False):
        with write_session(engine) as session:
            retours.noter_retour(session, "c1", "m1", useful, now=NOON)
    with read_session(engine) as session:
        assert [r.utile for r in session.execute(select(RetourRow)).scalars()] == [False]


def test_what_was_not_understood_waits_for_review(engine: Engine) -> None:
    ranking = [{"intent": "absence", "confidence": 0.31}]
    with write_session(engine) as session:
        retours.noter_incompris(session, "et pr les sous ?", ranking, now=NOON)
        retours.noter_incompris(session, "autre", [], conversation_hash="c1")
    with read_session(engine) as session:
        waiting = retours.incompris_a_traiter(session)
    assert [(i.texte, i.classement) for i in waiting] == [
        ("et pr les sous ?", ranking),
        ("autre", []),
    ]
    with write_session(engine) as session:
        assert retours.marquer_traite(session, waiting[0].id)
        assert not retours.marquer_traite(session, waiting[0].id)
        assert [i.texte for i in retours.incompris_a_traiter(session)] == ["autre"]


def test_rules_stated_are_journalled(engine: Engine) -> None:
    rules, sources = ["sanction.assiduite.premiere"], ["CT R5412-1"]
    with write_session(engine) as session:
        retours.noter_regles(session, "c1", "risque", rules, sources, date(2026, 11, 23), now=NOON)
    with read_session(engine) as session:
        row = session.execute(select(AuditRegleRow)).scalars().one()
    assert (row.regles, row.sources, row.jour, row.dit_le) == (
        rules,
        sources,
        date(2026, 11, 23),
        NOON,
    )


def _leave_traces(session: Session, who: str, conversation: str, now: datetime = NOON) -> None:
    enregistrer_acte(session, identifiant=who, nature="absence", cle="a", now=now)
    _deposit(session, reference=f"depot-{who}", who=who, rendez_vous="rdv-2", now=now)
    creer_code(session, who, b"k" * 32, now=now)
    messages_vus.prendre_message(session, conversation, "m1", now=now)
    retours.noter_retour(session, conversation, "m1", True, now=now)
    retours.noter_incompris(session, "x", [], conversation_hash=conversation, now=now)
    retours.noter_regles(session, conversation, "i", [], [], now.date(), now=now)


def test_erasing_one_person_leaves_the_others(demo: Engine) -> None:
    with write_session(demo) as session:
        _leave_traces(session, WHO, "c1")
        _leave_traces(session, OTHER, "c2")
    with write_session(demo) as session:
        erased = effacer_personne(session, WHO, conversations=["c1"])
    assert erased.depots == (f"depot-{WHO}",)
    assert set(erased.lignes.values()) == {1}
    with read_session(demo) as session:
        assert actes_de(session, WHO) == ()
        assert len(actes_de(session, OTHER)) == 1
        assert session.execute(select(MessageVuRow.conversation_hash)).scalars().all() == ["c2"]
        assert existe(session, WHO)


def test_erasing_the_file_too(demo: Engine) -> None:
    with write_session(demo) as session:
        erased = effacer_personne(session, WHO, avec_dossier=True)
    assert erased.lignes["dossiers"] == 1
    with read_session(demo) as session:
        assert not existe(session, WHO)
        assert existe(session, OTHER)


def _purge(engine: Engine, days_later: int, durees: Durees | None = None) -> dict[str, int]:
    with write_session(engine) as session:
        done = purger(session, NOON.date() + timedelta(days=days_later), durees)
    # The import of the demo set bears the real date of the test.
    return {t: count for t, count in done.lignes.items() if count and t != "imports"}


def test_periods_are_applied_to_the_day(demo: Engine) -> None:
    with write_session(demo) as session:
        _leave_traces(session, WHO, "c1")
    durees = Durees(conversations=30, depots=100, actes=200, audit=300)
    # The conversation of the 23rd goes once thirty whole days have passed.
    assert _purge(demo, 30, durees) == {"liens": 1}
    assert _purge(demo, 31, durees) == {"messages_vus": 1, "incompris": 1}
    # The deposit is for an appointment two days after it was made.
    assert _purge(demo, 102, durees) == {}
    assert _purge(demo, 103, durees) == {"depots": 1}
    assert _purge(demo, 201, durees) == {"actes": 1}
    assert _purge(demo, 300, durees) == {}
    assert _purge(demo, 301, durees) == {"retours": 1, "audit_regles": 1}


def test_purging_names_the_contents_to_remove(engine: Engine) -> None:
    with write_session(engine) as session:
        _deposit(session, reference="sans-rendez-vous")
    with write_session(engine) as session:
        assert purger(session, date(2028, 1, 1)).depots == ("sans-rendez-vous",)


def test_purging_a_replaced_act_bears_its_heir(engine: Engine) -> None:
    with write_session(engine) as session:
        old, _ = enregistrer_acte(session, identifiant=WHO, nature="a", cle="a", now=NOON)
        later = NOON + timedelta(days=100)
        enregistrer_acte(session, identifiant=WHO, nature="a", cle="a", remplace=old.id, now=later)
    assert _purge(engine, 60, Durees(actes=50)) == {"actes": 1}
    with read_session(engine) as session:
        assert [a.remplace for a in actes_de(session, WHO)] == [None]
