"""Whatever fails in a turn, the person gets a kind sentence, and the conversation goes on from where it was."""

from __future__ import annotations

import logging
from datetime import date
from typing import Any

import pytest

from actions.dossiers import retours
from actions.framework import action, registry, request
from actions.framework.answer import Answer

INTENT = "actualisation"  # any question: its handler is replaced by one that fails
WORDS = "je m'appelle Zébulon et mon numéro est le 06 11 22 33 44"


def _raises(*_: Any, **__: Any) -> Any:
    raise RuntimeError(WORDS)


def _fails_while_deciding(patch: pytest.MonkeyPatch) -> None:
    _answers(patch, _raises)


def _fails_while_reading_the_file(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(request, "dossier_complet", _raises)


def _fails_while_wording(patch: pytest.MonkeyPatch) -> None:
    _answers(patch, lambda _: Answer(conclusion=None))


def _fails_while_sending(patch: pytest.MonkeyPatch) -> None:
    _answers(patch, lambda _: Answer("Bonjour.", attachments=({"title": object()},)))


def _fails_while_rendering(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(action, "message", _raises)


def _fails_while_remembering(patch: pytest.MonkeyPatch) -> None:
    _answers(patch, lambda _: Answer("Bonjour.", act={"nature": date(2026, 11, 24)}))


def _answers(patch: pytest.MonkeyPatch, handler: Any) -> None:
    patch.setitem(registry._HANDLERS, INTENT, registry.Entry(handler, frozenset()))


FAILURES = [
    _fails_while_reading_the_file,
    _fails_while_deciding,
    _fails_while_wording,
    _fails_while_rendering,
    _fails_while_sending,
    _fails_while_remembering,
]


@pytest.mark.parametrize("failure", FAILURES, ids=lambda f: f.__name__.removeprefix("_fails_"))
async def test_a_failing_turn_is_answered_and_keeps_the_act_under_way(
    failure: Any, rasa: Any, caplog: pytest.LogCaptureFixture
) -> None:
    talk = rasa("1000001A")
    await talk.say("signaler_absence", "je ne pourrai pas venir jeudi")
    begun = await talk.say("informer", "Je ne peux pas venir")
    assert begun
    before = dict(talk.memory)
    caplog.clear()
    with pytest.MonkeyPatch.context() as patch, caplog.at_level(logging.DEBUG):
        failure(patch)
        (answer,) = await talk.say(INTENT, WORDS)
    assert "problème technique" in answer["text"]
    assert "39 49" in answer["text"].replace("\u00a0", " ")
    assert talk.memory == before
    (line,) = [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]
    assert line.startswith("action failed: ")
    assert "\n" not in line
    for said in ("Zébulon", "06 11", "Traceback"):
        assert said not in caplog.text
    (again,) = await talk.say(INTENT, "c'est quand l'actualisation")
    assert "actualisation" in again["text"]
    assert "problème technique" not in again["text"]


async def test_a_journal_that_fails_costs_nobody_an_answer(
    rasa: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(retours, "noter_regles", _raises)
    (answer,) = await rasa().say(INTENT, "c'est quand l'actualisation")
    assert "actualisation" in answer["text"]
    assert "journal not written: RuntimeError" in caplog.text
    assert "Zébulon" not in caplog.text


async def test_an_act_goes_on_after_a_failing_turn(rasa: Any) -> None:
    talk = rasa("1000001A")
    await talk.say("signaler_absence", "je veux prévenir que je ne viendrai pas jeudi")
    (asked,) = await talk.say("informer", "Déclarer une absence")
    act = talk.memory["demarche"]
    assert act
    with pytest.MonkeyPatch.context() as patch:
        _fails_while_rendering(patch)
        (sorry,) = await talk.say("informer", "je suis malade")
    assert "problème technique" in sorry["text"]
    assert talk.memory["demarche"] == act
    (on,) = await talk.say("informer", "je suis malade")
    assert "problème technique" not in on["text"]
    assert talk.memory["demarche"]["nature"] == act["nature"]
    assert talk.memory["demarche"] != act
