"""The one schema of the rule, reference and reason files."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from actions.droit.reperage import erreur_a

TEXTE = {"type": "string", "minLength": 2}
DATE = {"type": "date"}
DATE_OU_RIEN = {"type": ["date", "null"]}

CODE_REGLE = r"^[a-z]+\.[a-z0-9_]+(\.[a-z0-9_]+)*$"
CODE_MOTIF = r"^[a-z]+(_[a-z]+)*$"
CODE_REFERENCE = r"^[A-Za-z][A-Za-z0-9]*([-_.][A-Za-z0-9]+)*$"
CODE_VALEUR = r"^[a-z][a-z0-9_]*$"
LEGIARTI = r"^LEGIARTI\d{12}$"

NATURES = ["article", "texte", "decision", "fiche", "page", "pratique", "projet"]
STATUTS_MOTIF = ["confirme", "plausible", "refuse", "a_verifier", "non_retenu"]
TYPES_PREUVE = [
    "certificat_medical",
    "arret_travail",
    "bulletin_hospitalisation",
    "convocation",
    "contrat_travail",
    "attestation_formation",
    "acte_deces",
    "attestation_transport",
    "attestation_garde",
    "attestation_honneur",
    "capture_ecran",
    "autre",
]


def _objet(obligatoires: dict[str, Any], facultatifs: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(obligatoires),
        "properties": {**obligatoires, **facultatifs},
    }


def _table(motif_cle: str, valeur: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": motif_cle},
        "additionalProperties": valeur,
    }


# A source is a code of references/, the same with the point of the text that matters, or the
# explicit statement that no text was found.
SOURCE = {
    "if": {"type": "object"},
    "then": _objet(
        {},
        {
            "code": TEXTE,
            "point": {"type": "string", "minLength": 1},
            "aucun_texte": {"const": True},
        },
    )
    | {"minProperties": 1, "dependencies": {"point": ["code"]}},
    "else": {"type": "string"},
}

VERSION = _objet(
    {
        "du": DATE_OU_RIEN,
        "conditions": TEXTE,
        "consequence": TEXTE,
        "sources": {"type": "array", "minItems": 1, "items": SOURCE},
    },
    {"valeurs": _table(CODE_VALEUR, {})},
)

REGLE = _objet(
    {
        "titre": TEXTE,
        "portee": TEXTE,
        "confiance": {"type": "string", "pattern": r"^[ABCDV]( \+ [ABCDV])*$"},
        "verifie_le": DATE,
        "versions": {"type": "array", "minItems": 1, "items": VERSION},
    },
    {"reserve": TEXTE, "fin": DATE},
)

REFERENCE = _objet(
    {"ref": TEXTE, "nature": {"enum": NATURES}},
    {
        "id": {"type": "string", "pattern": LEGIARTI},
        "url": {"type": "string", "pattern": "^https://"},
        "depuis": DATE,
        "fin": DATE,
        "objet": TEXTE,
    },
)

PREUVE = _objet({"type": {"enum": TYPES_PREUVE}, "libelle": TEXTE}, {})

MOTIF = _objet(
    {
        "libelle": TEXTE,
        "statut": {"enum": STATUTS_MOTIF},
        "preuves": {"type": "array", "items": PREUVE},
        "appuis": {"type": "array", "minItems": 1, "items": SOURCE},
    },
    {"reserve": TEXTE, "parent": {"type": "string", "pattern": CODE_MOTIF}},
)

FICHIER = _objet(
    {},
    {
        "regles": _table(CODE_REGLE, REGLE),
        "references": _table(CODE_REFERENCE, REFERENCE),
        "motifs": _table(CODE_MOTIF, MOTIF),
    },
) | {"minProperties": 1}


def verifier(chemin: Path, contenu: Any) -> None:
    """Check one file against the schema; ReglesInvalides points at the first faulty line."""
    faute = next(_fautes(contenu), None)
    if faute is not None:
        raise erreur_a(chemin, _cles(faute), _phrase(faute))


def _fautes(contenu: Any) -> Iterable[ValidationError]:
    return _validateur().iter_errors(contenu)


@lru_cache(maxsize=1)
def _validateur() -> Draft7Validator:
    types = Draft7Validator.TYPE_CHECKER.redefine("date", _est_date)
    return extend(Draft7Validator, type_checker=types)(FICHIER)


def _est_date(_: object, valeur: Any) -> bool:
    return isinstance(valeur, date) and not isinstance(valeur, datetime)


def _cles(faute: ValidationError) -> list[str | int]:
    cles = list(faute.absolute_path)
    if faute.validator == "additionalProperties":
        inconnues = set(faute.instance) - set(faute.schema["properties"])
        cles.append(sorted(map(str, inconnues))[0])
    elif "propertyNames" in faute.absolute_schema_path:
        cles.append(faute.instance)
    return cles


def _phrase(faute: ValidationError) -> str:
    vu = faute.instance
    match faute.validator:
        case "additionalProperties":
            connues = ", ".join(faute.schema["properties"])
            return f"clé inconnue « {_cles(faute)[-1]} » (clés admises : {connues})"
        case "required":
            absentes = [cle for cle in faute.validator_value if cle not in vu]
            return f"il manque {', '.join(absentes)}"
        case "type":
            return f"« {vu} » n’est pas du type attendu ({_types(faute.validator_value)})"
        case "minItems" | "minProperties":
            return f"{vu} est vide"
        case "minLength":
            return f"« {vu} » est trop court"
        case "dependencies":
            return "« point » demande aussi « code »"
    return f"« {vu} » n’a pas une forme admise ({faute.validator_value})"


def _types(valeur: str | list[str]) -> str:
    return valeur if isinstance(valeur, str) else " ou ".join(valeur)
