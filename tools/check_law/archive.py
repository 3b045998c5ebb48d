"""Where the state of the codes comes from: a folder, or the newest published package."""

import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

PAQUET = "@socialgouv/legi-data"
FICHIER_CODE = re.compile(r"(?:^|/)(?P<code>LEGITEXT\d{12})\.json$")
DELAI_SECONDES = 300


class SourceIndisponible(Exception):
    """The codes cannot be read; the message says why, in one French sentence."""


def codes_du_dossier(dossier: Path) -> dict[str, bytes]:
    """Read the code files of an unpacked package (its root, or its `data` folder)."""
    trouves = {
        chemin.stem: chemin.read_bytes()
        for lieu in (dossier, dossier / "data", dossier / "package" / "data")
        for chemin in sorted(lieu.glob("LEGITEXT*.json"))
    }
    if not trouves:
        raise SourceIndisponible(f"Aucun fichier LEGITEXT….json dans {dossier}.")
    return trouves


def codes_du_paquet() -> dict[str, bytes]:
    """Fetch the newest package with the npm client and read its code files."""
    if shutil.which("npm") is None:
        raise SourceIndisponible(
            "npm n’est pas installé\u00a0: l’installer, ou donner un dossier "
            f"où {PAQUET} est déjà décompressé."
        )
    with TemporaryDirectory() as lieu:
        return dict(_lire_archive(_telecharger(Path(lieu))))


def _telecharger(lieu: Path) -> Path:
    commande = ["npm", "pack", PAQUET, "--silent", "--pack-destination", str(lieu)]
    try:
        fini = subprocess.run(
            commande, capture_output=True, text=True, timeout=DELAI_SECONDES, cwd=lieu
        )
    except subprocess.TimeoutExpired:
        raise SourceIndisponible(f"npm n’a pas fini en {DELAI_SECONDES} secondes.") from None
    archives = list(lieu.glob("*.tgz"))
    if fini.returncode or not archives:
        raise SourceIndisponible(
            f"npm n’a pas pu télécharger {PAQUET} (réseau absent\u00a0?)\u00a0: {_cause(fini)}"
        )
    return archives[0]


def _cause(fini: subprocess.CompletedProcess[str]) -> str:
    lignes = (fini.stderr or fini.stdout).strip().splitlines()
    return lignes[-1] if lignes else f"code de sortie {fini.returncode}"


def _lire_archive(chemin: Path) -> Iterator[tuple[str, bytes]]:
    try:
        with tarfile.open(chemin) as archive:
            for membre in archive:
                nom = FICHIER_CODE.search(membre.name)
                contenu = archive.extractfile(membre) if nom else None
                if nom and contenu:
                    yield nom["code"], contenu.read()
    except tarfile.TarError as erreur:
        raise SourceIndisponible(f"L’archive reçue est illisible\u00a0: {erreur}") from None
