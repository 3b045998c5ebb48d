"""The contract, the adviser, the bodies that follow job seekers."""

from __future__ import annotations

import re

from actions.ateliers_cible import own_file, personal
from actions.ateliers_offre import planned_kinds
from actions.dossiers.personne import DossierPersonne
from actions.droit.resultat import Resultat
from actions.framework import registry
from actions.framework.answer import Answer
from actions.framework.compose import compose
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.libelles import nom
from actions.recours.affaire import decide, readable
from actions.themes import Themes

_CONTRACT_TOPICS = Themes(
    {
        "refus": r"\b(refus\w*|pas|oblige\w* de|sans|jamais) .{0,12}sign\w*|\bsign\w* .{0,12}\b(oblig\w*|force)|\brefus\w* .{0,20}contrat"
        r"|\b(oblige\w*|faut|dois) .{0,12}(de )?signer",
        "delai": r"\b(delai|quand|combien de temps|date limite|jusqu' a|un mois)\b.{0,40}\bsign\w*|\bsign\w*.{0,30}\b(delai|quand|avant)\b",
        "heures": r"\b(15|quinze) ?h\w*|\b(15|quinze) heures|\bheures\b",
        "changer": r"\b(chang\w*|modifi\w*|revoir|actualis\w*|corrig\w*|enlev\w*|retir\w*|ajout\w*|mettre a jour|faux|erreur)\b",
        "transition": r"\b(ppae|cer|remplac\w*|ancien\w*|difference|pareil|meme chose|encore valable)\b",
        "oblige": r"\b(engage|oblig\w*|respect\w*|suivre|valeur|contraint\w*|force\w*)\b",
    }
)
_BODIES = Themes(
    {
        "mission_locale": r"\b(mission locale|mission loc|ml|jeunes?|cej|pacea|garantie jeunes?)\b",
        "cap_emploi": r"\b(cap emploi|handicap\w*|rqth|boeth|invalid\w*)\b",
        "departement": r"\b(departement\w*|rsa|conseil general|assistante? sociale?)\b",
        "reorientation": r"\b(reorient\w*|chang\w* d' organisme|transfer\w*|basculer?)\b",
    }
)
_REFERENT = {"conseil_departemental": "departement"}
_UNFAIR = re.compile(
    r"\b(discrimin\w*|racis\w*|sexis\w*|harcel\w*|insult\w*|menac\w*|agress\w*|humili\w*|maltrait\w*)\b"
)
_AGENCY = re.compile(r"\b(agence|demenag\w*)\b")


@answers("contrat_engagement")
def contrat_engagement(request: Request) -> Answer:
    """What the contract is, whether it binds, how it changes; the person's own."""
    words = normalise(request.text)
    topic = _CONTRACT_TOPICS.premier(words, "general")
    dossier = own_file(request)
    if dossier is not None and personal(request) and topic in ("general", "delai", "transition"):
        return _own_contract(request, dossier)
    return compose(request, f"contrat_engagement.{topic}", overseas=_overseas(request))


def _own_contract(request: Request, dossier: DossierPersonne) -> Answer:
    contrat = dossier.contrat
    if contrat is None or contrat.signe_le is None:
        result = _signing_delay(request, dossier)
        return compose(
            request,
            "contrat_engagement.a_signer",
            result,
            limite=result.valeurs.get("limite_contrat") if result else None,
            depasse=bool(result and result.valeurs.get("depasse")),
            transition=bool(result and result.valeurs.get("base") == "transition"),
        )
    return compose(
        request,
        "contrat_engagement.personnel",
        contrat=contrat,
        ancien=contrat.nature in ("PPAE", "CER"),
        actions=planned_kinds(request, contrat.actions),
        overseas=_overseas(request),
    )


def _signing_delay(request: Request, dossier: DossierPersonne) -> Resultat | None:
    """Until when the contract is to be signed; None when no orientation is dated."""
    if dossier.oriente_le is None and dossier.reoriente_le is None:
        return None
    return decide(
        request,
        "delai",
        readable(
            {
                "type": "contrat",
                "date_orientation": dossier.oriente_le,
                "date_reorientation": dossier.reoriente_le,
                "region": dossier.region,
            }
        ),
    )


def _overseas(request: Request) -> bool:
    return request.region in ("guadeloupe", "guyane", "la-reunion", "martinique", "mayotte")


_WHO_IS = re.compile(
    r"^(?!.*\b(chang\w*|autre)\b).*\b((c' est|est) qui|qui (est|c' est)|(nom|numero|mail) (de|du))\b"
)


@answers("changer_conseiller")
def changer_conseiller(request: Request) -> Answer:
    """How to ask for another adviser or agency; where to turn after discrimination or insults."""
    words = normalise(request.text)
    other = registry.entry("parler_a_un_conseiller")
    if other is not None and _WHO_IS.search(words):
        return other.handler(request.with_intent("parler_a_un_conseiller"))
    topic = "grave" if _UNFAIR.search(words) else "agence" if _AGENCY.search(words) else "general"
    dossier = own_file(request)
    return compose(
        request,
        f"changer_conseiller.{topic}",
        conseiller=dossier.conseiller if dossier else None,
        agence=dossier.agence if dossier else None,
    )


@answers("organismes_partenaires", facts=("organisme_referent", "allocation"))
def organismes_partenaires(request: Request) -> Answer:
    """Who follows whom; the body that was named, else the person's own, else all of them."""
    words = normalise(request.text)
    topic = _BODIES.premier(words)
    said = request.said.get("organisme_referent")
    topic = topic or _REFERENT.get(str(said), said)
    dossier = own_file(request)
    if topic is None and dossier is not None and dossier.organisme_referent:
        return compose(
            request,
            "organismes_partenaires.personnel",
            organisme=nom("organisme", dossier.organisme_referent),
            depuis=dossier.reoriente_le or dossier.oriente_le,
            autre=dossier.organisme_referent != "france_travail",
        )
    known = f"organismes_partenaires.{topic}" in request.services.wording
    return compose(
        request, f"organismes_partenaires.{topic}" if known else "organismes_partenaires.general"
    )
