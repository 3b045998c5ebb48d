"""What workshops there are, how to join one, what contractors are for."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.absence_lecture import MISSED
from actions.ateliers_cible import OBLIGATION, cibler, coming, next_question, own_file, variables
from actions.framework import registry
from actions.framework.answer import Answer
from actions.framework.compose import ask, compose
from actions.framework.registry import answers
from actions.framework.request import Request
from actions.langue.normaliser import normalise
from actions.themes import Themes

# Kinds of workshop of the files, by the words that name them in a message.
_KINDS = Themes(
    {
        "cv": r"\b(cv|curriculum|lettre de motivation)\b",
        "entretien": r"\b(atelier|preparer|reussir|simul\w*|pour).{0,25}\bentretiens?\b|\bdecrocher un entretien",
        "reseau": r"\b(reseaux?|linkedin|carnet d' adresses)\b",
        "numerique": r"\b(numerique|informatique|ordinateur|outils internet|digital\w*)\b",
        "creation_entreprise": r"\b(creation|creer|creat\w*|monter) .{0,15}(entreprise|boite|activite)|\bauto-?entrepreneur",
        "bilan_competences": r"\bbilan\b.{0,20}\bcompetences?\b",
        "decouverte_metiers": r"\bmetiers?\b|\bsecteurs?\b|\bimmersion\b",
        "recherche_emploi": r"\b(organiser|methodes?|techniques?) .{0,15}recherche\b",
    }
)
_LENGTH = re.compile(r"\b(combien de temps|duree|dure|durent|heures?|journee|demi-journee|quand)\b")
_SEQUEL = re.compile(
    r"\b(apres|depuis) (le|mon|ce) premier|\bcontinu\w+|\bla suite\b|\bprochaines? seances?\b"
)
_CANCEL = re.compile(r"\b(desinscri\w*|annul\w*)\b")


def kind_of(request: Request) -> str | None:
    """The kind of workshop that the message names."""
    words = normalise(request.text)
    return (
        _KINDS.premier(words) or request.said.get("type_atelier") or request.entity("type_atelier")
    )


@answers("decouvrir_ateliers", facts=("type_atelier",))
def decouvrir_ateliers(request: Request) -> Answer:
    """What workshops are for; the kind that was named; what the person's contract provides."""
    kind = kind_of(request)
    known = f"decouvrir_ateliers.{kind}" in request.services.wording
    dossier = own_file(request)
    planned = coming(request)
    about_length = bool(_LENGTH.search(normalise(request.text)))
    return compose(
        request,
        f"decouvrir_ateliers.{kind}" if known else "decouvrir_ateliers.general",
        actions=planned_kinds(
            request, dossier.contrat.actions if dossier and dossier.contrat else ()
        ),
        duree=about_length,
        **variables(request, planned if about_length else None),
    )


def planned_kinds(request: Request, kinds: tuple[str, ...]) -> list[str]:
    """The French names of the kinds of workshop of a contract; unknown ones are left out."""
    wording = request.services.wording
    named = (f"ateliers.type.{kind}" for kind in kinds)
    return [compose(request, key).conclusion for key in named if key in wording]


@answers("s_inscrire_atelier", facts=("type_atelier",))
def s_inscrire_atelier(request: Request) -> Answer:
    """How to ask for a workshop; the assistant itself registers nobody."""
    missed = registry.entry("signaler_absence")
    if missed is not None and MISSED.search(normalise(request.text)):
        return missed.handler(request.with_intent("signaler_absence"))
    kind = kind_of(request)
    key = f"ateliers.type.{kind}"
    name = compose(request, key).conclusion if key in request.services.wording else ""
    leaving = bool(_CANCEL.search(normalise(request.text)))
    dossier = own_file(request)
    return compose(
        request,
        "s_inscrire_atelier.quitter" if leaving else "s_inscrire_atelier.general",
        type=name,
        conseiller=dossier.conseiller if dossier else None,
        prevu=bool(dossier and dossier.contrat and kind in dossier.contrat.actions),
    )


def _ask_stage(request: Request, answer: Answer) -> Answer:
    """A contractor is known: only first meeting or sequel is to be told."""
    asked = ask(request, answer, "prestataire")
    stages = tuple(b for b in asked.buttons if not b.meaning.endswith("=non"))
    text = compose(request, "rendez_vous_prestataire.etape").conclusion
    if asked.question is None:
        return asked
    choices = sorted(asked.question.choices, key=lambda choice: choice[1] == "non")
    question = replace(asked.question, choices=tuple(choices))  # numbers are those of the buttons
    return asked.with_(question=question, question_text=text, buttons=stages)


@answers("rendez_vous_prestataire", facts=OBLIGATION)
def rendez_vous_prestataire(request: Request) -> Answer:
    """First meeting or what follows, compulsory or not; both when it is not said which."""
    if _SEQUEL.search(normalise(request.text)):
        request = replace(request, said={**request.said, "prestataire": "suite"})
        request = request.with_intent(request.intent, prestataire="suite")
    cible = cibler(request)
    if cible.rdv is not None and cible.facts.get("prestataire", "non") == "non":
        described = request.with_intent(request.intent, pour_autrui="oui")
        cible = cibler(described)
    stage = cible.facts.get("prestataire")
    if stage not in ("premier_rdv", "suite"):
        answer = compose(request, "rendez_vous_prestataire.general")
        return answer if stage == "non" else _ask_stage(request, answer)
    result = cible.obligation
    answer = compose(
        request,
        f"rendez_vous_prestataire.{stage}",
        result,
        rules=("prestataire.signalement",),
        **cible.variables,
    )
    fact = next_question(request, result)
    unsure = stage == "suite" and result.conclusion == "a_verifier"
    return ask(request, answer, fact) if unsure and fact else answer
