"""The one letter or measure of the file that is meant; the question when several are."""

from __future__ import annotations

from datetime import date

from actions.dossiers import vues
from actions.dossiers.personne import Procedure
from actions.framework.request import Request
from actions.recours.designation import Designation, designer, jour_de
from actions.recours.fichier import contestable

# The fact that holds the one chosen, by its ref in the file; the one that is no more meant, though it was chosen.
FAIT, LIBRE, AUCUNE = "procedure", "procedure_laissee", "inconnue"
ETAPE_DE = "etape_de"


def choisie(request: Request) -> Procedure | None:
    """The one that the person has picked or named, now or before in this talk."""
    ref = request.facts.get(FAIT)
    if request.dossier is None or ref is None or ref == request.facts.get(LIBRE):
        return None
    found = vues.procedure_de_ref(request.dossier, ref)
    return found if found and jour_de(found) else None


def etape_de(request: Request) -> dict[str, str]:
    """The decision against which the step that is told was taken, as a fact: what is told of one is not true of another."""
    if request.dossier is None:
        return {}
    named = designer(request)
    pending = [r.procedure for r in vues.recours_en_cours(request.dossier) if r.procedure]
    one = named.procedures[0] if named.nommee and len(named.procedures) == 1 else None
    latest = choisie(request) or vues.derniere_decision(request.dossier)
    ref = one.ref if one else pending[-1] if pending else latest.ref if latest else None
    return {ETAPE_DE: ref} if ref else {}


def probable(request: Request, named: Designation) -> Procedure | None:
    """The likeliest of those that fit: the only one that still moves, else the letter that waits, else the latest."""
    fits = named.procedures
    alive = [p for p in fits if vivante(request, p)]
    if len(alive) == 1 and named.nommee:
        return alive[0]
    stepped = _with_the_step_told(request, fits)
    if stepped:
        return stepped
    letters = [p for p in fits if p.decision is None]
    decided = [p for p in fits if p.decision is not None]
    letter = max(letters, key=lambda p: p.lettre_recue_le or date.min, default=None)
    latest = _latest(request, decided)
    if letter is None or (latest and request.said.get("lettre") == "decision"):
        return latest or letter
    if latest is None or (jour_de(letter) or date.min) >= (jour_de(latest) or date.min):
        return letter
    return latest


def _latest(request: Request, decided: list[Procedure]) -> Procedure | None:
    """The latest decision; of the kind that was named (« je suis radié »), when there is one and none runs."""
    kind = request.said.get("decision")
    running = [p for p in decided if vues.court(p.decision, request.today)]
    named = [p for p in decided if p.decision.nature == kind]
    both = [p for p in running if p in named]
    return max(both or running or named or decided, key=lambda p: jour_de(p), default=None)


def _with_the_step_told(request: Request, fits: tuple[Procedure, ...]) -> Procedure | None:
    """« le médiateur a dit non »: the one whose mediation is under way."""
    told = request.said.keys() & {"mediation_finie", "date_fin_mediation"}
    pending = vues.recours_en_cours(request.dossier) if told and request.dossier else ()
    refs = {r.procedure for r in pending if r.voie == "mediation"}
    return next((p for p in reversed(fits) if p.ref in refs), None)


def vivante(request: Request, procedure: Procedure) -> bool:
    """Whether something still moves: a letter to answer, a measure that runs, an appeal that is possible or pending."""
    decision = procedure.decision
    if decision is None:
        return procedure.lettre_recue_le is not None
    return vues.court(decision, request.today) or contestable(request, procedure)


def possibles(request: Request) -> tuple[Procedure, ...]:
    """Those between which the person must choose: several that still move and fit what they say; else none."""
    if request.dossier is None or choisie(request) or request.facts.get("pour_autrui"):
        return ()
    named = designer(request)
    stage = {"decision": False, "intention": True}.get(request.said.get("lettre", ""))
    fits = [p for p in named.procedures if stage in (None, p.decision is None)]
    alive = tuple(p for p in fits if vivante(request, p))
    return alive if len(alive) > 1 else ()
