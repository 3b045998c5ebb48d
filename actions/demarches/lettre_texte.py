"""The words of letters: templates of ``modeles/`` filled with what the file and the person say, blanks otherwise."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from actions.demarches.echeances import Echeance
from actions.demarches.motifs import libelle
from actions.dossiers import vues
from actions.dossiers.fuseaux import fuseau
from actions.dossiers.personne import Decision, DossierPersonne, Justificatif, Procedure, RendezVous
from actions.droit.typographie import jour, soigner
from actions.framework.request import Request
from actions.libelles import nom

FOLDER = Path(__file__).parent / "modeles"
TITRES = {
    "observations": "Observations en réponse à une lettre d’intention",
    "mediation": "Demande au médiateur régional de France Travail",
    "rapo": "Recours préalable devant le département",
    "reclamation": "Réclamation à l’agence",
}
# The rules on which each letter rests; their texts of law are named at its end.
_REGLES = {
    "observations": ("procedure.observations", "procedure.audition", "procedure.dossier"),
    "mediation": ("recours.mediation", "procedure.motivation"),
    "rapo": ("recours.rsa",),
    "reclamation": ("recours.reclamation",),
}


def regles(request: Request, kind: str) -> tuple[str, ...]:
    """The rules behind a letter; the answer to a letter of the department has its own."""
    file = request.dossier
    if kind == "observations" and file is not None and file.allocation == "RSA":
        return ("sanction.rsa.delai_observations", "procedure.dossier")
    return _REGLES[kind]


def rediger(request: Request, kind: str, deadline: Echeance | None, texte: str) -> str:
    """The letter of this kind, ready to be sent once its blanks « [à compléter…] » are filled."""
    template = _environment().get_template(f"{kind}.txt")
    letter = template.render(_scope(request, kind, deadline, texte))
    return soigner(re.sub(r"\n{3,}", "\n\n", letter).replace("'", "’").strip()) + "\n"


def en_une_bulle(letter: str) -> str:
    """The letter for a channel without documents: a blank line would cut it into pieces."""
    return re.sub(r"\n+", "\n", letter.strip())


def _scope(request: Request, kind: str, deadline: Echeance | None, texte: str) -> dict[str, Any]:
    file = request.dossier
    procedure = deadline.procedure if deadline else _dite(request)
    rdv = vues.rendez_vous_de_ref(file, procedure.rendez_vous) if file else None
    return {
        "personne": file,
        "agence": file.agence if file else None,
        "destinataire": _destinataire(file),
        "procedure": procedure,
        "decision": procedure.decision,
        "rdv": rdv,
        "absence": rdv.absence if rdv else None,
        "declaree_ici": _declaree_ici(request, rdv),
        "preuves": _preuves(file, rdv),
        "texte": _phrase(texte),
        "aujourdhui": request.today,
        "textes": _textes(request, kind, deadline),
    }


def _dite(request: Request) -> Procedure:
    """The letter or decision as far as the conversation told of it; the rest stays blank."""
    said = request.facts
    kind = said.get("type_sanction")
    notified = _date(said.get("date_notification"))
    decision = Decision(kind, said.get("auteur"), None, None, notified, None, None, None, None)
    received, missed = _date(said.get("date_reception")), _date(said.get("date_absence"))
    return Procedure("dite", None, None, missed, received, kind, None, None, decision)


def _date(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return None


def _destinataire(file: DossierPersonne | None) -> str:
    """Who wrote the letter of intention: ``inconnu`` when the file leaves a doubt."""
    if (
        file is None
        or file.allocation == "ARE_et_RSA"
        or file.organisme_referent == "mission_locale"
    ):
        return "inconnu"
    return "departement" if file.allocation == "RSA" else "france_travail"


def _declaree_ici(request: Request, rdv: RendezVous | None) -> dict[str, str] | None:
    """The declaration made through the assistant, for an absence that the file knows nothing of."""
    acte = vues.acte_actif(request.dossier, "absence", rdv.ref) if request.dossier and rdv else None
    if acte is None:
        return None
    local = acte.cree_le.astimezone(fuseau(request.region))
    reason = libelle(request, acte.contenu.get("motif"), acte.contenu.get("motif_dit"))
    return {"le": jour(local.date()), "raison": reason}


def _preuves(file: DossierPersonne | None, rdv: RendezVous | None) -> tuple[Justificatif, ...]:
    return rdv.absence.justificatifs if file and rdv and rdv.absence else ()


def _phrase(texte: str) -> str:
    """The person's own words, with a capital letter and a full stop."""
    texte = " ".join(texte.split())
    if not texte:
        return ""
    return texte[0].upper() + texte[1:] + ("" if texte[-1] in ".!?…" else ".")


def _textes(request: Request, kind: str, deadline: Echeance | None) -> list[str]:
    """The articles of law behind the letter, as they are at the date of the facts."""
    day = request.today
    if deadline:
        decision = deadline.procedure.decision
        day = (
            (decision.notifiee_le if decision else None)
            or deadline.procedure.lettre_recue_le
            or day
        )
    sources = request.services.droit.sources(regles(request, kind), day)
    return [source.ref for source in sources if ", art. " in source.ref]


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "jour": lambda day: jour(day) if day else "[à compléter : date]",
        "nom": _nom,
    }
    return environment


def _nom(value: str | None, kind: str) -> str:
    return nom(kind, value, "[à compléter]")
