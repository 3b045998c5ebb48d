"""The person's own next appointment, and the postponements that they used."""

from __future__ import annotations

import re
from datetime import datetime

from actions.dossier_acces import on_file, word
from actions.dossier_echeances import decide, obligation
from actions.dossiers import vues
from actions.dossiers.personne import DossierPersonne, RendezVous
from actions.framework import hooks, registry
from actions.framework.answer import Answer
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.dates import find_dates
from actions.langue.normaliser import normalise
from actions.libelles import LIBELLES

# Words of titles that name no appointment in particular.
_NEXT = re.compile(
    r"^(et |puis |mais )*(apres|ensuite|(le|celui) (d' apres|suivant)|(le )?(suivant|prochain|deuxieme))\b"
)
_WHERE = re.compile(
    r"^(et |mais )*(c' est )?(ou|a quelle heure|quel jour|quelle (heure|date|adresse|salle))( c' est| ca| est-ce| exactement)*[ ?]*$"
)
_AGENCY = re.compile(r"\b(adresse|numero|telephone|horaires?) .{0,12}\bagence\b")
_COMMON = frozenset(
    ["atelier", "ateliers", "rendez-vous", "premier", "prochain", "seance", "avec", "pour", "dans"]
)


@hooks.reads
def which_appointment(request: Request) -> dict[str, int]:
    """« Et le suivant ? », « où c’est ? » after an appointment: the rank of the one that is meant."""
    if request.memory.sujet.get("intent") != "prochain_rendez_vous":
        return {}
    rank = int(request.memory.sujet.get("faits", {}).get("rang_rendez_vous") or 0)
    words = normalise(request.text)
    if _NEXT.search(words):
        return {"rang_rendez_vous": rank + 1}
    return {"rang_rendez_vous": rank} if _WHERE.search(words) else {}


@answers("prochain_rendez_vous", facts=("rang_rendez_vous",))
def prochain_rendez_vous(request: Request) -> Answer:
    """When, where, in which form, and whether the person must come."""
    adviser = registry.entry("parler_a_un_conseiller")
    if adviser and _AGENCY.search(normalise(request.text)):
        return adviser.handler(request.with_intent("parler_a_un_conseiller"))
    return on_file(request, "prochain_rendez_vous.general", _next)


def _next(request: Request, dossier: DossierPersonne) -> Answer:
    coming = vues.rendez_vous_a_venir(dossier, request.now)
    begun = begun_today(dossier, request.now)
    if not coming:
        return _nothing(request, dossier, begun)
    rank = int(request.facts.get("rang_rendez_vous") or 0)
    if rank >= len(coming):
        return word(request, "prochain_rendez_vous.plus_rien", dernier=coming[-1])
    rdv = named(coming, request) or coming[rank]
    after = next((other for other in coming if other.debut > rdv.debut), None)
    result = obligation(request, rdv)
    return word(
        request,
        "prochain_rendez_vous.date",
        result,
        rdv=rdv,
        statut=result.conclusion,
        tendance=result.valeurs.get("tendance"),
        premier=rdv is coming[0],
        ensuite=after,
        commence=begun,
        zone=nom_du_fuseau(dossier),
        absence_dite=vues.acte_actif(dossier, "absence", rdv.ref),
        report_demande=vues.acte_actif(dossier, "report", rdv.ref),
    )


def _nothing(request: Request, dossier: DossierPersonne, begun: RendezVous | None) -> Answer:
    missed = next(
        (r for r in reversed(dossier.rendez_vous) if r.statut == "manque_par_agence"), None
    )
    key = "prochain_rendez_vous.aucun_agence" if missed else "prochain_rendez_vous.aucun"
    return word(request, key, rdv=missed, commence=begun)


def named(coming: tuple[RendezVous, ...], request: Request) -> RendezVous | None:
    """The appointment that the message names by its day or by words of its title, if only one fits best."""
    days = {found.jour for found in find_dates(request.text, request.today)}
    on_day = [rdv for rdv in coming if rdv.debut.date() in days]
    if on_day:
        return on_day[0]
    said = set(normalise(request.text).split()) - _COMMON
    scores = [(len(_words(rdv) & said), -rank, rdv) for rank, rdv in enumerate(coming)]
    best = max(scores, key=lambda score: score[:2], default=None)
    return best[2] if best and best[0] else None


def _words(rdv: RendezVous) -> set[str]:
    text = normalise(f"{rdv.titre} {rdv.organisme or ''} {rdv.type_atelier or ''}")
    return {word for word in text.split() if len(word) > 1} - _COMMON - {"de", "france", "travail"}


def begun_today(dossier: DossierPersonne, now: datetime) -> RendezVous | None:
    """An appointment of today that has begun and that nobody has noted yet."""
    return next(
        (
            rdv
            for rdv in dossier.rendez_vous
            if rdv.statut == "prevu" and rdv.debut < now and rdv.debut.date() == now.date()
        ),
        None,
    )


def nom_du_fuseau(dossier: DossierPersonne) -> str:
    """« heure de La Réunion », empty in metropolitan France."""
    return LIBELLES["outre_mer"].get(dossier.region or "", "")


@answers("mes_reports", facts=("reports_utilises",))
def mes_reports(request: Request) -> Answer:
    """Postponements used and left, from the file; from what was said for somebody unproven."""
    if request.dossier is None and request.facts.get("reports_utilises") is not None:
        return _count(request, int(request.facts["reports_utilises"]), None)
    return on_file(
        request,
        "mes_reports.general",
        lambda _, dossier: _count(request, vues.reports_utilises(dossier), dossier),
    )


def _count(request: Request, used: int, dossier: DossierPersonne | None) -> Answer:
    result = decide(request, "report", question="combien_reste", reports_utilises=used)
    known = vues.reports(dossier) if dossier else ()
    acts = dossier.actes if dossier else ()
    return word(
        request,
        "mes_reports.compte",
        result,
        utilises=used,
        restants=result.valeurs["restants"] if result else 0,
        motives=sum(report.justifie == "oui" for report in known),
        demandes=sum(act.actif and act.nature == "report" for act in acts),
        dernier=max((r.demande_le for r in known if r.demande_le), default=None),
        personnel=dossier is not None,
    )
