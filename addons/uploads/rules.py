"""What may be deposited, and the French sentences of the refusals."""

from __future__ import annotations

MAX_BYTES = 5 * 1024 * 1024
MAX_PAGES = 30
MAX_PIXELS = 50_000_000
CHECK_SECONDS = 15
CHECK_MEMORY_BYTES = 1_500_000_000
UPLOADS_PER_MINUTE = 6
INSPECTIONS_AT_ONCE = 2

TYPES = {"pdf": "application/pdf", "jpeg": "image/jpeg", "png": "image/png"}

# Code of a refusal -> HTTP status, sentence.
REFUSALS: dict[str, tuple[int, str]] = {
    "size": (
        413,
        "Ce fichier est trop lourd (5 Mo au plus). Prenez une photo de moins bonne qualité, ou envoyez moins de pages.",
    ),
    "empty": (415, "Ce fichier est vide. Choisissez-en un autre."),
    "type": (
        415,
        "Ce type de fichier n’est pas accepté. Envoyez une photo (JPEG ou PNG) ou un PDF.",
    ),
    "unreadable": (
        415,
        "Ce fichier est abîmé : je n’arrive pas à l’ouvrir. Prenez une nouvelle photo du document.",
    ),
    "encrypted": (
        415,
        "Ce PDF est protégé par un mot de passe. Envoyez-le sans mot de passe, ou envoyez une photo.",
    ),
    "pages": (415, "Ce PDF a trop de pages (30 au plus). Envoyez seulement les pages utiles."),
    "active": (
        415,
        "Ce PDF contient un programme ou un fichier caché. Envoyez plutôt une photo du document.",
    ),
    "pixels": (415, "Cette image est trop grande. Envoyez une photo prise avec un téléphone."),
}
