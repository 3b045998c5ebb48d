"""Before the date: move an appointment, be let off it, have its form changed, prepare for it."""

from __future__ import annotations

import re
from typing import Any

from actions.absence_lecture import tense
from actions.absence_motifs import judge, label
from actions.ateliers_cible import (
    OBLIGATION,
    Cible,
    cibler,
    coming,
    facts_of,
    own_file,
    personal,
    variables,
)
from actions.dossiers import vues
from actions.dossiers.personne import RendezVous
from actions.droit.obligation import decider_obligation
from actions.facultatif import FACULTATIFS, sans_reproche
from actions.framework.answer import Answer
from actions.framework.compose import ask, compose
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.libelles import nom
from actions.papiers import en_main, papier_nomme
from actions.recours.affaire import decide, readable
from actions.themes import Themes

_REPORT = ("reports_utilises", "avant_date", "motif", "preuve")
TOLD = re.compile(
    r"\b(m' a (dit|ecrit|confirme|dispens\w*|accord\w*)\b(?=.*\b(dispens\w*|(pouvais|peux|pouvait) (ne )?pas (y )?(venir|aller)"
    r"|pas (oblige\w*|besoin)))|(j' ?)?(etais|suis|ai ete|avais) dispens\w*|dispense (accordee|ecrite|orale))\b"
)
_EXEMPTION = Themes(
    {
        "format": r"\b(distance|distanciel|visio\w*|teams|zoom|en ligne|internet|ordinateur|telephone|presentiel|sur place|papier)\b",
        "amenagement": r"\b(handicap\w*|rqth|invalid\w*|sante|maladie|malade|fauteuil|enceinte|grossesse|garde|enfants?|parent|isolee?"
        r"|aidante?|voiture|permis|transport\w*|mobilite|loin|kms?|sourde?|aveugle|malvoyante?|anxiete|phobie|depress\w*|adapt\w*|amenag\w*)\b",
        "qui": r"\bqui (peut|decide|accorde|donne|doit)\b|\ba qui\b",
    }
)
_NEED_REASONS = (
    "maladie",
    "handicap",
    "garde_enfant",
    "maladie_enfant",
    "proche_aidant",
    "transport",
)


@answers("reporter_rendez_vous", facts=_REPORT)
def reporter_rendez_vous(request: Request) -> Answer:
    """May the appointment be moved, and how many times more; the act itself begins by its button."""
    rdv = coming(request)
    facts = _report_facts(request, late=rdv is not None and rdv.debut <= request.now)
    result = decide(request, "report", facts)
    optional = _optional(request, rdv) if result.conclusion == "preuve_requise" else None
    if optional:  # nothing is held against who does not come: no absence « without excuse »
        result = sans_reproche(result)
    answer = compose(
        request,
        f"reporter_rendez_vous.{'facultatif' if optional else result.conclusion}",
        result,
        rules=(optional,) if optional else (),
        recommande=optional == "absence.recommande",
        restants=result.valeurs.get("restants_apres"),
        utilises=facts.get("reports_utilises"),
        **_reason(request, facts.get("motif")),
        **variables(request, rdv),
    )
    if result.conclusion == "a_completer" and request.facts.get("reports_utilises") != "inconnu":
        return ask(request, answer, "reports_utilises")
    return answer


def _optional(request: Request, rdv: RendezVous | None) -> str | None:
    """The rule by which not coming is no breach; None for what is compulsory, unsure or not known."""
    if rdv is None:
        return None
    status = decider_obligation(facts_of(rdv), request.today, request.services.droit)
    return FACULTATIFS.get(status.conclusion)


def _reason(request: Request, code: str | None) -> dict[str, Any]:
    """The reason given, when a proof of it would spare the tolerance, and what proves it."""
    motif = request.services.droit.motif(code) if code else None
    result = judge(request, motif) if motif else None
    kept = result is not None and result.valeurs["motif_legitime"] != "non"
    return {
        "raison": label(motif) if motif and kept else "",
        "preuves": [proof.libelle for proof in motif.preuves][:2] if motif and kept else [],
    }


def _report_facts(request: Request, late: bool) -> dict[str, Any]:
    """Postponements used: those said, else those of the file (none is also a number)."""
    used = request.facts.get("reports_utilises")
    if used is None and own_file(request) is not None:
        used = vues.reports_utilises(request.dossier)
    typed = request.text.strip()
    if typed.isdigit() and "reports_utilises" in request.said:
        used = typed  # « 3 » is a count, not the third choice offered
    digits = str(used).isdigit()
    past = tense(normalise(request.text)) == "passe" and own_file(request) is None
    said = readable({name: request.facts.get(name) for name in ("avant_date", "preuve")})
    words = normalise(request.text)
    if papier_nomme(words) and en_main(words):
        said["preuve"] = "fournie"
    reason = request.facts.get("motif")
    if reason and request.services.droit.motif(str(reason)):
        said["motif"] = reason
    return {
        "avant_date": not (late or past),
        "reports_utilises": int(used) if digits else None,
        **said,
    }


@answers("demander_derogation", facts=(*OBLIGATION, "motif"))
def demander_derogation(request: Request) -> Answer:
    """Who may let one off, how to ask; another format; less for health, children, distance."""
    cible = cibler(request)
    if cible.facts.get("dispense") == "oui":
        return _granted(request, cible)
    words = normalise(request.text)
    if TOLD.search(words):
        return _told(request, cible)
    topic = _EXEMPTION.premier(words, "general")
    if topic != "format" and request.facts.get("motif") in _NEED_REASONS:
        topic = "amenagement"
    free = cible.rdv is not None and cible.obligation.conclusion == "facultatif"
    return compose(request, f"demander_derogation.{topic}", facultatif=free, **cible.variables)


def _granted(request: Request, cible: Cible) -> Answer:
    return compose(
        request,
        f"demander_derogation.accordee_{cible.obligation.conclusion}",
        cible.obligation,
        oral=False,
        **cible.variables,
    )


def _told(request: Request, cible: Cible) -> Answer:
    """The person says that they were let off: the file does not show it yet, so it must be written."""
    facts = readable({**cible.facts, "dispense": "oui"})
    said = decider_obligation(facts, request.today, request.services.droit)
    key = f"demander_derogation.accordee_{said.conclusion}"
    return compose(request, key, said, oral=True, **cible.variables)


@answers("preparer_rendez_vous", facts=("type_atelier",))
def preparer_rendez_vous(request: Request) -> Answer:
    """What to bring and where to look; with the place, the form and the hour of the person's own appointment."""
    rdv = coming(request) if personal(request) or own_file(request) else None
    planned = rdv is not None and rdv.debut > request.now
    words = normalise(request.text)
    remote = bool(re.search(r"\b(visio\w*|distance|distanciel|en ligne|teams|zoom)\b", words))
    phone = bool(re.search(r"\b(telephone|telephonique|appel)\b", words))
    form = {True: "distance", False: "telephone" if phone else None}[remote]
    return compose(
        request,
        "preparer_rendez_vous.personnel" if planned else "preparer_rendez_vous.general",
        forme=form or (rdv.modalite if rdv and planned else None),
        nom=nom,
        **variables(request, rdv if planned else None),
    )
