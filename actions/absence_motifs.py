"""Which reasons are accepted, and which paper proves them, where to send it and by when."""

from __future__ import annotations

import re

from actions.absence_cible import Absence, trouver
from actions.absence_faits import motif_et_preuve
from actions.ateliers_cible import own_file, personal
from actions.droit.modele import Motif
from actions.droit.motif import apprecier_motif
from actions.droit.resultat import Resultat
from actions.framework.answer import Answer
from actions.framework.compose import ask, compose
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.libelles import LIBELLES, nom
from actions.papiers import papier_nomme

_OWN_TEXT = ("benevolat", "oubli", "handicap", "non_recu", "absence_domicile", "autre_convocation")
_ALWAYS = ("justificatif.delai", "justificatif.canal")
# The body that follows the person gets the proof too.
_TO_BODY = {
    "mission_locale": "à la Mission locale",
    "cap_emploi": "à Cap emploi",
    "conseil_departemental": "au département",
}
_SICK_LEAVE = re.compile(r"\barret\b")


def reason_of(request: Request, absence: Absence) -> Motif | None:
    """The reason meant: said, or that of the absence in the file."""
    code, _ = motif_et_preuve(request, absence)
    return request.services.droit.motif(code) if code else None


def label(motif: Motif) -> str:
    """A reason in a sentence: « maladie »."""
    short = LIBELLES["motif"].get(motif.code)
    return short or motif.libelle[:1].lower() + motif.libelle[1:]


def judge(request: Request, motif: Motif, paper: str | None = None) -> Resultat:
    """What the rules base says of a reason, and of a kind of paper for it."""
    facts = {"motif": motif.code, **({"justificatif": paper} if paper else {})}
    return apprecier_motif(facts, request.today, request.services.droit)


@answers("motifs_legitimes", facts=("motif", "motif_precis", "preuve", "date_absence"))
def motifs_legitimes(request: Request) -> Answer:
    """Is this reason accepted; which ones are, when none was said."""
    absence = trouver(request, recorded_first=True)
    told = request.facts.get("motif_precis") or request.facts.get("motif")
    motif = reason_of(request, absence) if told or personal(request) else None
    if motif is None or motif.code == "autre":
        answer = compose(request, "motifs_legitimes.general", **absence.variables)
        asked = motif is None and request.facts.get("motif") != "inconnu"
        return ask(request, answer, "motif") if asked else answer
    result = judge(request, motif)
    key = motif.code if motif.code in _OWN_TEXT else motif.statut
    return compose(
        request,
        f"motifs_legitimes.{key}",
        result,
        rules=absence.rules,
        motif=label(motif),
        preuves=[proof["libelle"] for proof in result.valeurs["preuves"]],
        personnel=own_file(request) is not None and not told,
        refusee=absence.preuve is not None and absence.preuve.statut == "refuse",
        **absence.variables,
    )


@answers("fournir_justificatif", facts=("motif", "date_absence", "date_reception", "date_lettre"))
def fournir_justificatif(request: Request) -> Answer:
    """Which paper, where, by when; from the person's own letter when there is one."""
    absence = trouver(request, recorded_first=True)
    motif = reason_of(request, absence)
    paper = papier_nomme(normalise(request.text))
    result = judge(request, motif, paper) if motif else None
    refused_by_law = bool(result) and result.valeurs["motif_legitime"] == "non"
    if (
        motif
        and refused_by_law
        and (request.facts.get("motif") or request.facts.get("motif_precis"))
    ):
        return motifs_legitimes(request)
    named = motif is not None and motif.code != "autre" and not refused_by_law
    sick_leave = bool(_SICK_LEAVE.search(normalise(request.text)))
    body = own_file(request).organisme_referent if own_file(request) else None
    body = request.facts.get("organisme_referent") or body
    answer = compose(
        request,
        f"fournir_justificatif.{'avec_motif' if named else 'general'}",
        result,
        rules=(*absence.rules, *_ALWAYS, *(("situation.maladie",) if sick_leave else ())),
        motif=label(motif) if motif else "",
        preuves=_proofs(motif),
        piece=nom("justificatif", paper) if paper else "",
        adaptee=result.valeurs.get("preuve_adaptee") if result else None,
        arret=sick_leave,
        referent=_TO_BODY.get(str(body), ""),
        accepte=absence.preuve is not None and absence.preuve.statut == "accepte",
        refusee=absence.preuve is not None and absence.preuve.statut == "refuse",
        **absence.variables,
    )
    return ask(request, answer, "motif") if _reason_wanted(request, motif, absence) else answer


def _reason_wanted(request: Request, motif: Motif | None, absence: Absence) -> bool:
    return motif is None and request.facts.get("motif") != "inconnu" and absence.preuve is None


def _proofs(motif: Motif | None) -> list[str]:
    return [proof.libelle for proof in motif.preuves] if motif else []
