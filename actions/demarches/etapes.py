"""The frame of one act: what a message changes in it, its next step, its end. See ``actions.framework.acts``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from actions.demarches import aide, doute
from actions.demarches.consentement import confirme, demande_suites, hesite, remet
from actions.demarches.lecture import Choix, champ_vise, choisi, demande, est_question, vient
from actions.droit.resultat import Resultat
from actions.framework import acts
from actions.framework.answer import MAX_BUTTONS, Answer, Button
from actions.framework.compose import compose, plain
from actions.framework.pending import ANSWERING
from actions.framework.request import Request

Etat = dict[str, Any]
ARRETER = "arreter"
RELUE = (
    "confirmer",
    "corriger",
)  # steps at which all is shown again: any part may be put right in words
MAX_ECHECS = 2  # the same question is not asked for ever: then a person is offered


def cle(nom: str) -> str:
    """The key of a text of this package."""
    return f"demarche.{nom}"


def choix_de(request: Request, nom: str) -> Choix:
    """The choices (title, value) of a block of texts."""
    block = request.services.wording.block(cle(nom))
    return tuple((str(title), str(value)) for title, value in block.get("choix", {}).items())


def dire(
    request: Request,
    nom: str,
    etat: Etat | None,
    resultat: Resultat | None = None,
    *,
    choix: Choix | None = None,
    about: str | None = None,
    **variables: Any,
) -> Answer:
    """Word the block ``demarche.<nom>``; ``etat`` is the act afterwards ({}: over, None: unchanged).

    ``choix``: buttons in place of those of the block. ``about``: the intent that « pourquoi ? » is then about.
    """
    answer = compose(request, cle(nom), resultat, **variables)
    titles = [title for title, _ in (choix if choix is not None else choix_de(request, nom))]
    buttons = tuple(Button(title) for title in titles[:3]) or answer.buttons
    return answer.with_(act=etat, buttons=buttons, sticky=bool(answer.rules), about=about)


_HESITANT = ANSWERING | {"annuler", "atelier_obligatoire", "consequences_absence"}


def _dit(etat: Etat) -> Etat:
    """What a state holds: a part set to None says no more than one that is not there."""
    return {name: value for name, value in etat.items() if value is not None}


@dataclass(frozen=True)
class Demarche:
    """One kind of act.

    ``lire``: the state after what the message says, or None when it says nothing for this act. ``suite``: the next
    question, or the summary to confirm, for a state; it writes nothing. ``ecrire``: called once the person has confirmed.
    The texts ``demarche.<nature>.confirmer`` (choices oui, non) and ``.corriger`` (choices: the field to ask again) belong
    to every act.
    """

    nature: str
    lire: Callable[[Request, Etat], Etat | None]
    suite: Callable[[Request, Etat], Answer]
    ecrire: Callable[[Request, Etat], Answer]

    def go_on(self, request: Request) -> Answer | None:
        """See ``Act``."""
        etat = dict(request.memory.demarche)
        if vient(request) or doute.demande(request) or self._another(request):
            return None
        wanted = aide.demandee(request)
        if wanted:
            return self._explained(request, etat, wanted)
        if etat.get("etape") in RELUE and not est_question(request):
            fixed = self._correct(request, etat)
            if fixed is not None:
                return fixed
        changed = None if est_question(request) else self.lire(request, etat)
        if changed is not None and _dit(changed) != _dit(etat):
            return self.suite(request, changed)
        if etat.get("etape") == "confirmer":
            verdict = confirme(request, choix_de(request, f"{self.nature}.confirmer"))
            if verdict is not None:
                return self._decided(request, etat, verdict)
            unsure = hesite(request) and request.intent in _HESITANT
            if unsure or demande_suites(request):
                return self._shown_again(request, etat, "commun.suites")
        return self._again(request, etat)

    def reminder(self, request: Request) -> Answer:
        """See ``Act``."""
        answer = self._current(request, dict(request.memory.demarche))
        where = plain(request, cle(f"{self.nature}.rappel")).conclusion
        # What a « oui » would confirm is shown again with its question.
        what = answer.conclusion if (answer.act or {}).get("etape") == "confirmer" else ""
        parts = (where, what, answer.question_text)
        return answer.with_(question_text=" ".join(filter(None, parts)))

    def _explained(self, request: Request, etat: Etat, wanted: aide.Aide) -> Answer | None:
        """The step again in plainer words; None when the last answer was about something else than this act."""
        last = request.memory.derniere
        if wanted == "ailleurs" or not last.startswith(cle("")):
            return None
        step, now = etat.get("etape", ""), self._current(request, etat)
        name = f"commun.aide.{step}" if step in RELUE else f"{self.nature}.aide.{step}"
        if wanted == "apres":
            name = f"{self.nature}.apres"
        elif last == cle(name):
            name = "commun.aide.encore"
        told = plain(request, cle(name))
        shown = step == "confirmer"  # what a « oui » would confirm stays in sight
        parts = (now.conclusion if shown else "", told.question_text or now.question_text)
        extra = told.buttons[: max(0, MAX_BUTTONS - len(now.buttons))] or told.buttons
        return now.with_(
            conclusion=told.conclusion,
            pourquoi=(),
            reserve=plain(request, cle("commun.aide.sortie")).conclusion,
            suite=None,
            question_text=" ".join(filter(None, parts)),
            buttons=(*now.buttons[: MAX_BUTTONS - len(extra)], *extra),
            rules=(),
            sources=(),
            sticky=False,
            key=told.key,
        )

    def _decided(self, request: Request, etat: Etat, verdict: bool) -> Answer:
        if verdict:
            return self.ecrire(request, etat)
        return dire(request, f"{self.nature}.corriger", {**etat, "etape": "corriger"})

    def _correct(self, request: Request, etat: Etat) -> Answer | None:
        """What the person wants to change, named: it is forgotten and asked again."""
        choices = choix_de(request, f"{self.nature}.corriger")
        field = choisi(request, choices) or champ_vise(request, choices)
        if field == ARRETER:
            return plain(request, cle("abandonnee")).with_(act={})
        if field is None:
            return None
        return self.suite(request, {k: v for k, v in etat.items() if k not in (field, "etape")})

    def _another(self, request: Request) -> bool:
        """Whether the message plainly asks for an act of another kind: this one is then over."""
        if not demande(request, ""):
            return False
        begun = acts.asked_for(request)
        return (
            begun is not None and begun.act is not None and begun.act.get("nature") != self.nature
        )

    def _current(self, request: Request, etat: Etat) -> Answer:
        if etat.get("etape") == "corriger":
            return dire(request, f"{self.nature}.corriger", etat)
        return self.suite(request, etat)

    def _again(self, request: Request, etat: Etat) -> Answer | None:
        """Ask again after words that say nothing for this act nor for any other; else it is about something else."""
        waits = etat.get("etape") in RELUE and remet(request)
        other = request.intent not in ANSWERING and not waits
        elsewhere = other or request.said or est_question(request)
        if elsewhere or (request.intent in ("affirmer", "nier") and not request.memory.boutons):
            return None
        if request.memory.echecs >= MAX_ECHECS:
            return None
        return self._shown_again(request, etat, "commun.pas_compris").with_(missed=True)

    def _shown_again(self, request: Request, etat: Etat, nom: str) -> Answer:
        """The current question again, after a sentence on what was just said."""
        answer = self._current(request, etat)
        sentence = plain(request, cle(nom), nature=self.nature).conclusion
        return answer.with_(
            conclusion=sentence,
            pourquoi=(),
            reserve=None,
            suite=None,
            rules=(),
            sources=(),
            sticky=False,
        )
