"""The person's own sanction: its kind, its dates, where its appeal stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from actions.dossiers import vues
from actions.dossiers.personne import Decision
from actions.droit.resultat import Resultat
from actions.framework.answer import Answer
from actions.framework.compose import compose
from actions.framework.request import Request
from actions.recours import affaire
from actions.recours.accompagner import accompagner
from actions.recours.affaire import Affaire
from actions.recours.citer import citer_d_abord
from actions.recours.parler import plus_ancien
from actions.recours.situation import Situation, decision, lettre, phrase
from actions.sanctions.regles import loi_de


@dataclass(frozen=True)
class Mesure:
    """A decision of the file with its computed dates (None when the file lacks them)."""

    decision: Decision
    situation: Situation
    duree: Resultat | None

    @property
    def fin(self) -> date | None:
        """Last day."""
        return self.duree.valeurs.get("dernier_jour") if self.duree else None

    def variables(self) -> dict[str, Any]:
        """What the texts need."""
        fin = self.fin
        return {
            "nature": self.decision.nature,
            "part": self.decision.part,
            "duree": self.decision.mois,
            "effet": self.decision.effet_le,
            "fin": fin,
            "retour": fin + timedelta(days=1) if fin else None,
            "le": self.decision.notifiee_le,
            "limite": self.decision.delai_avertissement_le,
            "levee": self.decision.levee_le,
        }


def repondre(request: Request, key: str, mine: Mesure, **variables: Any) -> Answer:
    """Word a block about the person's own sanction, without the buttons that make no sense for its kind.

    The law of the measure is cited before that of the appeal.
    """
    situation, day = mine.situation, mine.situation.jour_des_faits
    on = day if day and plus_ancien(request) <= day <= request.today else None
    words = {**situation.variables, **mine.variables(), **variables}
    rules = situation.resultat.rule_ids
    answer = compose(request, key, mine.duree, on=on, rules=rules, **words)
    answer = answer.with_(
        reasons=answer.pourquoi or situation_reasons(situation),
        conclusion=" ".join(filter(None, (answer.conclusion, _autre_en_cours(request, mine)))),
    )
    own = request.services.wording.block(key).get("regles", ())
    law = loi_de(request, situation.cas.procedure, own)
    answer = citer_d_abord(request, answer, law, on)
    return boutons_utiles(accompagner(request, answer, situation), mine.decision.nature)


def situation_reasons(situation: Situation) -> tuple[str, ...]:
    """The reasons of the decision on the appeal."""
    return tuple(reason.texte for reason in situation.resultat.raisons)


def _autre_en_cours(request: Request, mine: Mesure) -> str:
    """The measure that runs while one that is over is spoken of; maybe empty."""
    running = vues.decision_en_cours(request.dossier, request.today)
    over = mine.fin is not None and mine.fin < request.today
    if running is None or running is mine.situation.cas.procedure or not over:
        return ""
    other = lire(request, affaire.depuis(request, running))
    return phrase(request, "duree_sanction.autre_en_cours", **other.variables())


def boutons_utiles(answer: Answer, nature: str | None) -> Answer:
    """Without « l’arrêter plus tôt » unless it is a suspension, nor « me réinscrire » unless it is a radiation."""
    useless = {
        f"intent:{intent}"
        for intent, kind in (("lever_sanction", "suspension"), ("se_reinscrire", "radiation"))
        if nature != kind
    }
    return answer.with_(buttons=tuple(b for b in answer.buttons if b.meaning not in useless))


def lettre_en_attente(request: Request) -> Situation | None:
    """The letter that waits for a decision, when it is the person's latest news."""
    cas = affaire.trouver(request)
    return lettre(request, cas) if cas.propre and cas.etape == "lettre" else None


def mesure(request: Request) -> Mesure | None:
    """The sanction that the question is about: the one named, else the running one, else the latest."""
    cas = affaire.trouver(request)
    if not cas.propre:
        return None
    if cas.choisie:
        return lire(request, cas) if affaire.est_sanction(cas.procedure) else None
    running = vues.decision_en_cours(request.dossier, request.today)
    if running is None and cas.etape == "decision" and affaire.est_sanction(cas.procedure):
        return lire(request, cas)
    if running is None or not affaire.est_sanction(running):
        return None
    return lire(request, affaire.depuis(request, running, absente=cas.absente))


def radiation(request: Request) -> Mesure | None:
    """The latest radiation of the file."""
    found = [
        p
        for p in request.dossier.procedures
        if p.decision and p.decision.nature == "radiation" and p.decision.notifiee_le
    ]
    latest = max(found, key=lambda p: p.decision.notifiee_le, default=None)
    return lire(request, affaire.depuis(request, latest)) if latest else None


def lire(request: Request, cas: Affaire) -> Mesure:
    """A decision of the file, with the last day of the measure."""
    taken = cas.procedure.decision
    length = None
    if taken.effet_le and taken.mois:
        facts = affaire.readable(
            {
                "date_effet": taken.effet_le,
                "mois": taken.mois,
                "date_notification": taken.notifiee_le,
            }
        )
        length = affaire.decide(request, "delai", {"type": "duree_mesure", **facts})
    return Mesure(taken, decision(request, cas), length)
