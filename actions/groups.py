"""One action class for each group of intents of ``domain.yml``; importing it registers every handler."""

from __future__ import annotations

from actions import (  # noqa: F401  (imported for the handlers they register)
    absence,
    ateliers,
    conversation,
    demarches,
    dossier,
    droits_et_devoirs,
    fallback,
    idees_fausses,
    recours,
    sanctions,
)
from actions.framework.action import GroupAction


class ActionConversation(GroupAction):
    group = "conversation"


class ActionAteliers(GroupAction):
    group = "ateliers"


class ActionAbsence(GroupAction):
    group = "absence"


class ActionSanctions(GroupAction):
    group = "sanctions"


class ActionRecours(GroupAction):
    group = "recours"


class ActionDossier(GroupAction):
    group = "dossier"


class ActionDroitsEtDevoirs(GroupAction):
    group = "droits_et_devoirs"


class ActionFallback(GroupAction):
    group = "fallback"
