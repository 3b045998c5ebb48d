"""Records which rules were given and what was not understood, without personal text; never fails a turn."""

from __future__ import annotations

import hashlib
import logging

from actions.dossiers import retours
from actions.dossiers.engine import write_session
from actions.dossiers.erreurs import BaseIndisponible
from actions.framework.answer import Answer
from actions.framework.request import Request
from actions.langue.masquer import mask

logger = logging.getLogger(__name__)


def conversation_hash(conversation: str) -> str:
    """What the tables know of a conversation."""
    return hashlib.sha256(conversation.encode()).hexdigest()[:32]


def record(request: Request, answer: Answer) -> None:
    """Write the audit line of an answer that stated rules, or the message that was not understood."""
    try:
        if request.intent == "nlu_fallback" and answer.key.startswith("fallback"):
            _not_understood(request)
        elif answer.rules and answer.sticky:
            _rules_given(request, answer)
    except BaseIndisponible as error:
        logger.warning("journal not written: %s", error.cause)
    except Exception as error:  # the answer, and perhaps a write, is done: it must reach the person
        logger.warning("journal not written: %s", type(error).__name__)


def _rules_given(request: Request, answer: Answer) -> None:
    with write_session(request.services.engine) as session:
        retours.noter_regles(
            session,
            conversation_hash(request.conversation),
            request.intent,
            answer.rules,
            [source.id or source.ref for source in answer.sources],
            request.today,
        )


def _not_understood(request: Request) -> None:
    ranking = [{"intent": name, "confidence": round(value, 3)} for name, value in request.ranking]
    with write_session(request.services.engine) as session:
        retours.noter_incompris(
            session,
            mask(request.text),
            ranking,
            conversation_hash=conversation_hash(request.conversation),
        )
