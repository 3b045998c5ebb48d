"""Ask to move an appointment: which one, the tolerance, the new day wished, confirmed, then transmitted."""

from __future__ import annotations

import re
from datetime import timedelta

from actions.demarches import absence
from actions.demarches.acces import debut
from actions.demarches.choix_rdv import a_venir, boutons, de_ref, jours_dits
from actions.demarches.ecriture import moment, transmettre
from actions.demarches.etapes import RELUE, Demarche, Etat, choix_de, dire
from actions.demarches.lecture import choisi, demande, est_question, fichiers, reprend, vient
from actions.demarches.motifs import lire_motif, mots_gardes
from actions.demarches.pieces import nom_piece, nommee
from actions.demarches.report_avis import (
    INTENT,
    SANS_PREFERENCE,
    a_prouver,
    juger,
    souhait,
    tolerance,
    utilises,
)
from actions.demarches.report_jours import jours_et_rendez_vous
from actions.dossiers import vues
from actions.dossiers.personne import Acte, RendezVous
from actions.droit.report import decider_report
from actions.framework import acts, pending
from actions.framework.answer import Answer
from actions.framework.request import Request
from actions.langue.normaliser import normalise

NATURE = "report"
_BIENTOT = timedelta(days=3)  # too short to wait for a written answer
_ORGANISMES = ("mission_locale", "cap_emploi", "aksis")
_PIECE = {"maintenant": "fournie", "plus_tard": "a_fournir"}
_DELAIS = (("Maintenant", "fournie"), ("Plus tard", "a_fournir"), ("Je n’en ai pas", "aucune"))
# The paper that shows by itself why: another appointment at that hour.
_OFFERT = tuple(f"{INTENT}.{name}" for name in ("tolere", "motive", "avec_preuve"))
_BREF = 6  # words
_INCERTAINS = pending.ANSWERING | {"annuler", "mes_reports"}
_RAISONS = {"convocation": "autre_convocation"}
_VERBE = (
    r"\b(report\w*|decal\w*|deplac\w*|repouss\w*|avanc\w*|chang\w* (la |de )?(date|jour|heure)|autre date"
    r"|(re)?mettre .{0,40}\b(a|au|le) (lundi|mardi|mercredi|jeudi|vendredi|samedi|\d))"
)


@acts.on_title("Demander un report", "Demander le report", "Reporter", "Reporter mon rendez-vous")
def par_bouton(request: Request) -> Answer:
    """Begin by its button."""
    return commencer(request)


@acts.starts
def par_demande(request: Request) -> Answer | None:
    """Begin when the message plainly asks to move an appointment."""
    if request.identifiant is None or est_question(request) or vient(request):
        return None
    plainly, days = demande(request, _VERBE), jours_dits(request)
    if request.intent == INTENT or (request.memory.derniere in _OFFERT and _jour_seul(request)):
        return commencer(request) if plainly or days else None
    unclear = request.intent in _INCERTAINS and not re.search(r"\bannul", normalise(request.text))
    return commencer(request) if unclear and plainly and days else None


def _jour_seul(request: Request) -> bool:
    """« le 18 », after an answer that offered to move the appointment: the day wished for."""
    return request.intent in _INCERTAINS and len(request.text.split()) <= _BREF


def commencer(request: Request) -> Answer:
    """The first step, with all that the message says."""
    return debut(request, NATURE, lire, suite)


def lire(request: Request, etat: Etat) -> Etat | None:
    """See ``Demarche``."""
    new = {**etat, **_preuve(request, etat)}
    if not (etat.get("motif") and nommee(request, etat)):
        new |= lire_motif(request, etat, ())
    if not new.get("motif") and new.get("piece") in _RAISONS:
        new["motif"] = _RAISONS[new["piece"]]
    chosen = choisi(request, etat.get("choix", ())) if etat["etape"] == "choisir" else None
    if chosen:
        new |= {"rdv": chosen, "inconnu": None}
    elif etat["etape"] != "preuve":  # the day of a paper is no day wished for
        new |= jours_et_rendez_vous(request, etat)
    no_wish = (
        pending.is_unknown(request) or choisi(request, choix_de(request, "report.date")) is not None
    )
    if etat["etape"] == "date" and no_wish and "souhait" not in new:
        new["souhait"] = SANS_PREFERENCE
    return new if new != etat else None


def _preuve(request: Request, etat: Etat) -> Etat:
    if request.upload:
        return {**nommee(request, etat), "preuve": "fournie", "depots": fichiers(request, etat)}
    named = _PIECE.get(nommee(request, etat).get("preuve"))
    if named:
        return {**nommee(request, etat), "preuve": named}
    if etat["etape"] in RELUE and ("preuve" in etat or etat.get("motif")):
        again = reprend(request, (*choix_de(request, "report.preuve"), *_DELAIS))
        return {"preuve": again} if again else {}
    said = request.said.get("preuve")
    if etat["etape"] != "preuve":
        return {"preuve": said} if said == "aucune" or (said and etat.get("motif")) else {}
    offered = choix_de(request, "report.preuve")
    chosen = choisi(request, offered) or reprend(request, _DELAIS) or said
    if chosen is None and pending.is_yes(request):
        chosen = "fournie"
    if chosen is None and pending.is_no(request):
        chosen = "aucune"
    return {"preuve": chosen} if chosen else {}


def suite(request: Request, etat: Etat) -> Answer:
    """See ``Demarche``."""
    rdv = de_ref(request, etat.get("rdv"))
    if rdv is None:
        return _choisir(request, etat)
    if rdv.debut <= request.now:
        return _trop_tard(request, rdv)
    acte = vues.acte_actif(request.dossier, NATURE, rdv.ref) if request.dossier else None
    if acte and etat.get("souhait") in (None, acte.contenu.get("souhait")):
        return _deja(request, rdv, acte)
    etat = {**etat, "remplace": acte.id if acte else None}
    result = tolerance(request, etat)
    if a_prouver(request, etat, result):
        state = {**etat, "etape": "preuve"}
        return juger(request, "report.preuve", state, rdv, result)
    wished = souhait(etat)
    if wished is None:
        return juger(request, "report.date", {**etat, "etape": "date"}, rdv, result)
    if wished != SANS_PREFERENCE and wished <= request.today:
        state = {k: v for k, v in etat.items() if k != "souhait"} | {"etape": "date"}
        return dire(request, "report.date_passee", state, rdv=rdv, souhait=wished)
    return juger(request, "report.confirmer", {**etat, "etape": "confirmer"}, rdv, result)


def _choisir(request: Request, etat: Etat) -> Answer:
    rdvs = a_venir(request)
    if not rdvs:
        return dire(request, "report.aucun", {})
    unknown = etat.get("inconnu")
    if len(rdvs) == 1 and not unknown:
        return suite(request, {**etat, "rdv": rdvs[0].ref})
    choices = boutons(rdvs, request.today)
    state = {**etat, "etape": "choisir", "choix": [list(c) for c in choices]}
    shown = rdvs[: len(choices)]
    return dire(request, "report.choisir", state, choix=choices, rdvs=shown, jour_dit=unknown)


def _trop_tard(request: Request, rdv: RendezVous) -> Answer:
    """The day is over: this is an absence now, and its declaration begins."""
    facts = {"reports_utilises": utilises(request), "avant_date": False}
    result = decider_report(facts, request.today, request.services.droit)
    late = dire(request, "report.trop_tard", {}, rdv=rdv, rules=result.rule_ids, about=INTENT)
    then = absence.commencer(request, rdv=rdv.ref)
    return then.with_(
        conclusion=f"{late.conclusion} {then.conclusion}",
        rules=tuple(dict.fromkeys((*late.rules, *then.rules))),
        sources=tuple(dict.fromkeys((*late.sources, *then.sources))),
    )


def _deja(request: Request, rdv: RendezVous, acte: Acte) -> Answer:
    key = "report.deja" if acte.actif else "report.deja_annule"
    when = moment(request, acte.annule_le or acte.cree_le)
    return dire(request, key, {}, rdv=rdv, quand=when, souhait=souhait(dict(acte.contenu)))


def ecrire(request: Request, etat: Etat) -> Answer:
    """See ``Demarche``."""
    rdv = de_ref(request, etat.get("rdv"))
    if rdv is None or rdv.debut <= request.now:
        return suite(request, etat)
    written = transmettre(
        request,
        NATURE,
        f"report:{rdv.ref}",
        {
            "titre": rdv.titre,
            "debut": rdv.debut.isoformat(),
            "souhait": etat.get("souhait"),
            "motif": etat.get("motif"),
            "motif_dit": mots_gardes(etat),
            "preuve": etat.get("preuve"),
            "piece": etat.get("piece"),
            "depots": etat.get("depots"),
        },
        rendez_vous=rdv.ref,
        remplace=etat.get("remplace"),
        depots=etat.get("depots") or (),
    )
    if written.deja:
        return _deja(request, rdv, written.acte)
    when = moment(request, written.acte.cree_le)
    return dire(
        request,
        "report.fait",
        {},
        rdv=rdv,
        quand=when,
        preuve=etat.get("preuve"),
        piece=nom_piece(etat["piece"]) if etat.get("piece") else "",
        depot=etat.get("depots"),
        bientot=rdv.debut - request.now < _BIENTOT,
        organisme=rdv.organisme if rdv.organisme in _ORGANISMES else None,
    )


acts.register(Demarche(NATURE, lire, suite, ecrire))
