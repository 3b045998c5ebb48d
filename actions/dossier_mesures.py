"""Sanctions in the person's own file: running, coming, announced by a letter, over, or none."""

from __future__ import annotations

import re
from datetime import date

from actions.dossier_acces import on_file, past_of_the_law, sentence, word
from actions.dossier_autrement import asked_otherwise
from actions.dossier_echeances import appeal, current_letter, decision_delay, last_day, reply_delay
from actions.dossier_recidive import counts_in_general, still_counts
from actions.dossiers import vues
from actions.dossiers.personne import DossierPersonne, Procedure
from actions.droit.resultat import Resultat
from actions.framework import registry
from actions.framework.answer import Answer, Button
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.recours import affaire, reperes
from actions.recours.citer import citer_d_abord
from actions.sanctions.bornes import limites
from actions.sanctions.regles import loi_de
from actions.sanctions.sujets import jusqu_a_quand

_AUTHORS = {"france_travail": "France Travail", "mission_locale": "la Mission locale"}
_WHY = re.compile(r"\b(pourquoi|pour quelle raison|a cause de quoi|en quel honneur)\b")
_RADIATION = re.compile(r"\bradi(e|es|ee|ees|er|ation|ations)\b")
# What may be done about a measure: text of the button, intent.
_NEXT = {
    "suspension": ("Arrêter la suspension", "lever_sanction"),
    "radiation": ("Me réinscrire", "se_reinscrire"),
}


@answers("mes_sanctions", facts=("procedure",))
def mes_sanctions(request: Request) -> Answer:
    """Is the person sanctioned, until when, can it be lifted; else the letter that they must answer."""
    other = asked_otherwise(request)
    if other is not None:
        return other
    counted = counts_in_general(request)
    # the day of a decision is not that of an absence
    decided = reperes.IS_SANCTIONED.search(normalise(request.text))
    past = None if decided else past_of_the_law(request)
    return counted or past or on_file(request, "mes_sanctions.general", _sanctions)


def _sanctions(request: Request, dossier: DossierPersonne) -> Answer:
    counted = still_counts(request)
    if counted is not None:
        return counted
    decided = vues.decision_en_cours(dossier, request.today)
    letter = current_letter(request)
    length = registry.entry("duree_sanction")
    if length and _asks_of_another(request, decided, letter):
        answer = length.handler(request.with_intent("duree_sanction", mon_cas=True))
        return answer.with_(about="duree_sanction")
    if decided:
        return _measure(request, dossier, decided, letter)
    if letter:
        return announced(request, dossier, letter)
    return _nothing(request, dossier)


def _asks_of_another(request: Request, decided: Procedure | None, letter: Procedure | None) -> bool:
    """Whether a measure is named that is not the running one; or how long the announced one may last."""
    cas = affaire.trouver(request)
    if cas.choisie and cas.procedure is not decided and affaire.est_sanction(cas.procedure):
        return True
    return bool(letter) and decided is None and jusqu_a_quand(normalise(request.text))


def _measure(
    request: Request, dossier: DossierPersonne, procedure: Procedure, letter: Procedure | None
) -> Answer:
    decision = procedure.decision
    assert decision is not None  # decision_en_cours gives decided procedures only
    result = appeal(request, dossier, procedure)
    other = reply_delay(request, letter) if letter else None
    answer = word(
        request,
        f"mes_sanctions.{decision.nature}",
        result,
        decision=decision,
        procedure=procedure,
        rdv=vues.rendez_vous_de_ref(dossier, procedure.rendez_vous),
        dernier_jour=last_day(request, decision),
        retour=vues.fin_de_mesure(decision),
        a_venir=bool(decision.effet_le and decision.effet_le > request.today),
        part_rsa=decision.auteur == "conseil_departemental",
        pas_radiation="radi" in normalise(request.text),
        contester=how_to_appeal(request, result),
        autre_lettre=other.valeurs.get("limite_observations") if other else None,
        rules=("delai.duree_mesure",) if decision.mois else (),
    )
    answer = _with_cause(request, answer, _because(request, dossier, procedure))
    block = request.services.wording.block(answer.key)
    law = loi_de(request, procedure, block.get("regles", ()))
    answer = citer_d_abord(request, answer, law, decision.notifiee_le)
    title, intent = _NEXT.get(decision.nature or "", ("", ""))
    mine = (Button(title, f"intent:{intent}"),) if title else ()
    return answer.with_(buttons=(*mine, *answer.buttons))


def _with_cause(request: Request, answer: Answer, cause: tuple[str, ...]) -> Answer:
    """The absence behind the measure: the first words of the answer to « pourquoi ? »."""
    if cause and _WHY.search(normalise(request.text)):
        return answer.with_(
            conclusion=f"{cause[0]} {answer.conclusion}", pourquoi=(), reasons=cause
        )
    return answer.with_(pourquoi=cause)


def how_to_appeal(request: Request, result: Resultat | None) -> str:
    """« Pour contester, saisissez le médiateur au plus tard le … », empty when nothing is known."""
    if result is None:
        return ""
    values = result.valeurs
    return sentence(
        request,
        "dossier.contester",
        voie=values.get("voie"),
        statut=values.get("statut"),
        limite=values.get("date_prudente"),
        attente=values.get("delai_interrompu"),
    )


def _because(request: Request, dossier: DossierPersonne, procedure: Procedure) -> tuple[str, ...]:
    rdv = vues.rendez_vous_de_ref(dossier, procedure.rendez_vous)
    author = _AUTHORS.get(procedure.decision.auteur or "") if procedure.decision else None
    why = sentence(request, "mes_sanctions.cause", rdv=rdv, procedure=procedure, auteur=author)
    return (why,) if why else ()


def announced(request: Request, dossier: DossierPersonne, letter: Procedure) -> Answer:
    """A letter of intention waits: until when to answer, or when the decision is expected."""
    delay, decision = reply_delay(request, letter), decision_delay(request, letter)
    values = delay.valeurs if delay else {}
    return word(
        request,
        f"mes_sanctions.{_stage(letter, values)}",
        decision if letter.observations_le else delay,
        delay,
        lettre=letter,
        rdv=vues.rendez_vous_de_ref(dossier, letter.rendez_vous),
        limite=values.get("limite_observations"),
        jours=values.get("jours_restants"),
        conseil=_earlier(values),
        passee=_former(dossier),
        decision_le=decision.valeurs.get("limite_decision") if decision else None,
        radiation=_radiation(request, letter),
    )


def _radiation(request: Request, letter: Procedure) -> str:
    """Whether the breach may lead to a radiation, for who fears one: a code of the text; empty when not asked."""
    if not _RADIATION.search(normalise(request.text)):
        return ""
    result = limites(request, on=letter.manquement_le)
    measures = {measure["type"] for measure in result.valeurs.get("mesures", ())}
    if "radiation" in measures:
        return "possible"
    return "quatre_mois" if "sanction.radiation_4_mois" in result.rule_ids else "non"


def _former(dossier: DossierPersonne) -> Procedure | None:
    """The last decision taken, when it is a sanction whose day is known."""
    last = vues.derniere_decision(dossier)
    known = last is not None and last.decision is not None and last.decision.notifiee_le
    return last if known and last.decision.nature != "classement" else None


def _stage(letter: Procedure, values: dict[str, object]) -> str:
    if letter.observations_le:
        return "lettre_repondue"
    if values.get("limite_observations") is None:
        return "lettre_sans_date"
    return "lettre_depassee" if values.get("depasse") else "lettre"


def _earlier(values: dict[str, object]) -> object:
    """The working day before, when the last day is not one and the advice can still be followed."""
    return None if values.get("limite_jour_ouvre") else values.get("conseil_dernier_jour_ouvre")


def _nothing(request: Request, dossier: DossierPersonne) -> Answer:
    absences = [rdv for rdv in vues.absences(dossier) if _unsettled(dossier, rdv.ref)]
    last = vues.derniere_decision(dossier)
    over = last if last and last.decision and last.decision.nature != "classement" else None
    key = "mes_sanctions.absence_sans_lettre" if absences else "mes_sanctions.aucune"
    missed = [rdv for rdv in dossier.rendez_vous if rdv.statut == "manque_par_agence"]
    return word(
        request,
        key,
        rdv=absences[-1] if absences else None,
        preuve=bool(absences and absences[-1].absence and absences[-1].absence.justificatifs),
        passee=over,
        passee_fin=_ended(request, over),
        contester=_still_open(request, dossier, over),
        classement=last if last and last is not over else None,
        par_agence=missed[-1] if missed else None,
        rules=("absence.agence_defaillante",) if missed else (),
    )


def _still_open(request: Request, dossier: DossierPersonne, over: Procedure | None) -> str:
    """How to challenge a measure that is over, while there is still time; empty otherwise."""
    result = appeal(request, dossier, over) if over else None
    open_states = ("dans_les_temps", "dernier_moment", "delai_non_couru")
    in_time = result is not None and result.valeurs.get("statut") in open_states
    return how_to_appeal(request, result) if in_time else ""


def _unsettled(dossier: DossierPersonne, ref: str) -> bool:
    """An absence that led to no procedure yet and has no accepted proof."""
    rdv = vues.rendez_vous_de_ref(dossier, ref)
    accepted = rdv and rdv.absence and any(p.statut == "accepte" for p in rdv.absence.justificatifs)
    return not accepted and all(p.rendez_vous != ref for p in dossier.procedures)


def _ended(request: Request, procedure: Procedure | None) -> date | None:
    if procedure is None or procedure.decision is None:
        return None
    return procedure.decision.levee_le or last_day(request, procedure.decision)
