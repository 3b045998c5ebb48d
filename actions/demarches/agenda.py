"""Put the next appointment, or the deadline that matters, into a calendar. Nothing is written anywhere."""

from __future__ import annotations

import re

from actions.demarches.acces import sans_dossier
from actions.demarches.choix_rdv import a_venir, du_jour, par_titre
from actions.demarches.echeances import Echeance, observations, recours
from actions.demarches.etapes import dire
from actions.demarches.evenements import titre_limite
from actions.demarches.liens_documents import lien
from actions.dossiers.personne import RendezVous
from actions.framework import acts
from actions.framework.answer import Answer
from actions.framework.request import Request
from actions.langue.normaliser import normalise

NATURE = "agenda"
_AGENDA = re.compile(r"\b(agenda|calendrier|calendar|ics|ical|outlook|google agenda)\b")
_VERBE = re.compile(
    r"\b(ajout\w*|met(s|tre|tez|s-moi)?|not(er|ez|e)|enregistr\w*|export\w*|rappel\w*|envo\w*|veux|voudrais)\b"
)
_DELAI = re.compile(
    r"\b(delai|date limite|echeance|observations?|mediateur|recours|lettre|dernier jour)\b"
)


@acts.on_title("Ajouter à mon agenda", "Mettre dans mon agenda", "Ajouter à l’agenda")
def par_bouton(request: Request) -> Answer:
    """The calendar files, at once: there is nothing to confirm."""
    return donner(request)


@acts.starts
def par_demande(request: Request) -> Answer | None:
    """When the message asks for a calendar entry."""
    words = normalise(request.text)
    return donner(request) if _AGENDA.search(words) and _VERBE.search(words) else None


def donner(request: Request) -> Answer:
    """Links to the calendar files; an act under way ends there: the person has gone on to something else."""
    refused = sans_dossier(request, NATURE)
    if refused:
        return refused
    rdv, deadline = _rendez_vous(request), _echeance(request)
    if deadline and _DELAI.search(normalise(request.text)):
        rdv = None
    if rdv is None and deadline is None:
        return dire(request, "agenda.rien", {})
    rules = deadline.regles if deadline else ()
    answer = dire(request, "agenda.fait", {}, rdv=rdv, echeance=deadline, rules=rules)
    return answer.with_(attachments=_liens(request, rdv, deadline))


def _rendez_vous(request: Request) -> RendezVous | None:
    coming = a_venir(request)
    named = [rdv for rdv in du_jour(request) if rdv in coming]
    return next(iter(named), None) or par_titre(request, coming) or next(iter(coming), None)


def _echeance(request: Request) -> Echeance | None:
    """The nearest deadline still to come."""
    found = [
        e for e in (observations(request), recours(request)) if e and e.le and e.le >= request.today
    ]
    return min(found, key=lambda deadline: deadline.le or request.today, default=None)


def _liens(
    request: Request, rdv: RendezVous | None, deadline: Echeance | None
) -> tuple[dict[str, str], ...]:
    links: list[dict[str, str]] = []
    if rdv:
        links.append({"title": rdv.titre, "url": lien(request, genre="ics", rdv=rdv.ref)})
    if deadline and deadline.le:
        claims = {
            "voie": deadline.voie,
            "jour": deadline.le.isoformat(),
            "procedure": deadline.procedure.ref,
        }
        links.append(
            {"title": titre_limite(deadline.voie), "url": lien(request, genre="ics", **claims)}
        )
    return tuple(links)
