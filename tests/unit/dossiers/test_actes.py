"""Acts: written once whatever happens, undone, done again, nobody else's."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from actions.dossiers.actes import actes_de, annuler_acte, enregistrer_acte
from actions.dossiers.engine import read_session, write_session
from actions.dossiers.importer import DEMO, importer
from actions.dossiers.personne import Acte
from tests.unit.dossiers.aides import JOUR

WHO, OTHER = "1000001A", "1000002B"
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=timezone.utc)
LATER = datetime(2026, 11, 24, 8, 0, tzinfo=timezone.utc)


def _write(engine: Engine, message: str = "m1", **more: Any) -> tuple[Acte, bool]:
    values: dict[str, Any] = {
        "identifiant": WHO,
        "nature": "absence",
        "rendez_vous": "rdv-2",
        "cle": "absence:rdv-2",
        "contenu": {"motif": "maladie", "texte": "Fièvre « forte » 🤒"},
        "origine": {"canal": "web", "message_id": message},
        "now": NOON,
    }
    with write_session(engine) as session:
        return enregistrer_acte(session, **{**values, **more})


def _all(engine: Engine, who: str = WHO, nature: str | None = None) -> tuple[Acte, ...]:
    with read_session(engine) as session:
        return actes_de(session, who, nature)


def test_an_act_is_read_as_written(engine: Engine) -> None:
    act, already = _write(engine)
    assert not already
    assert act == _all(engine)[0]
    assert act.contenu == {"motif": "maladie", "texte": "Fièvre « forte » 🤒"}
    assert act.cree_le == NOON
    assert act.cree_le.tzinfo is timezone.utc
    assert act.actif


def test_the_same_key_gives_the_same_act(engine: Engine) -> None:
    first, _ = _write(engine)
    second, already = _write(engine, message="m2", contenu={"motif": "transport"})
    assert already
    assert second == first
    assert len(_all(engine)) == 1


def test_the_same_key_of_another_person_is_another_act(engine: Engine) -> None:
    _write(engine)
    act, already = _write(engine, identifiant=OTHER)
    assert not already
    assert act.identifiant == OTHER


def test_rivals_write_once(engine: Engine) -> None:
    with ThreadPoolExecutor(8) as pool:
        written = list(pool.map(lambda n: _write(engine, message=f"m{n}"), range(8)))
    assert sorted(already for _, already in written) == [False] + [True] * 7
    assert len({act.id for act, _ in written}) == 1
    assert len(_all(engine)) == 1


def test_undone_then_done_again(engine: Engine) -> None:
    first, _ = _write(engine)
    with write_session(engine) as session:
        undone = annuler_acte(session, WHO, first.id, now=NOON)
    assert undone is not None
    assert undone.annule_le == NOON
    again, already = _write(engine, message="m2")
    assert not already
    assert again.id != first.id
    assert [a.actif for a in _all(engine)] == [False, True]


def test_undoing_twice_keeps_the_first_time(engine: Engine) -> None:
    act, _ = _write(engine)
    for moment in (NOON, LATER):
        with write_session(engine) as session:
            undone = annuler_acte(session, WHO, act.id, now=moment)
    assert undone is not None
    assert undone.annule_le == NOON


def test_a_late_delivery_does_not_redo_what_was_undone(engine: Engine) -> None:
    act, _ = _write(engine)
    with write_session(engine) as session:
        annuler_acte(session, WHO, act.id)
    replay, already = _write(engine)
    assert already
    assert replay.id == act.id
    assert not replay.actif


def test_nobody_undoes_the_act_of_another(engine: Engine) -> None:
    act, _ = _write(engine)
    with write_session(engine) as session:
        assert annuler_acte(session, OTHER, act.id) is None
        assert annuler_acte(session, WHO, 10**6) is None
    assert _all(engine)[0].actif


def test_a_correction_takes_the_place_of_the_act(engine: Engine) -> None:
    first, _ = _write(engine)
    second, already = _write(engine, message="m2", contenu={"motif": "oubli"}, remplace=first.id)
    assert not already
    assert second.remplace == first.id
    assert [a.actif for a in _all(engine)] == [False, True]
    same, already = _write(engine, message="m2", contenu={"motif": "oubli"}, remplace=first.id)
    assert (same.id, already) == (second.id, True)


def test_replacing_the_act_of_another_replaces_nothing(engine: Engine) -> None:
    mine, _ = _write(engine)
    theirs, _ = _write(engine, identifiant=OTHER, remplace=mine.id)
    assert theirs.remplace is None
    assert _all(engine)[0].actif


def test_acts_can_be_asked_by_kind(engine: Engine) -> None:
    _write(engine)
    _write(engine, nature="report", cle="report:rdv-3")
    assert [a.nature for a in _all(engine)] == ["absence", "report"]
    assert [a.cle for a in _all(engine, nature="report")] == ["report:rdv-3"]


def test_acts_survive_every_import(demo: Engine) -> None:
    act, _ = _write(demo)
    assert importer(demo, DEMO, JOUR).accepte
    assert _all(demo) == (act,)


def test_an_act_needs_no_file(engine: Engine) -> None:
    act, _ = _write(engine, identifiant="9999999Z", nature="rappel", cle="rappel")
    assert _all(engine, "9999999Z") == (act,)


def test_a_naive_time_is_refused(engine: Engine) -> None:
    with pytest.raises(Exception, match="aware"):
        _write(engine, now=datetime(2026, 11, 23))
