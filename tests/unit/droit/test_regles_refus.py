"""Refusing a rules base that is broken, with the place of the fault."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from actions.droit.regles import ReglesInvalides, charger
from actions.droit.reperage import ligne_de

PREMIER_JUIN_2025 = date(2025, 6, 1)

REFERENCES = """\
references:
  S0:
    ref: Article de départ
    nature: pratique
  R5412-1:
    ref: Code du travail, art. R5412-1
    nature: article
    id: LEGIARTI000051679596
    depuis: 2025-06-01
"""
REGLE = """\
regles:
  essai.regle:
    titre: Essai
    portee: Tous
    confiance: A
    verifie_le: 2026-11-23
    versions:
      - du: 2025-06-01
        conditions: Toujours
        consequence: Rien
        valeurs: {mois: 2}
        sources: [R5412-1]
"""


@pytest.fixture
def ecrire(tmp_path):
    """Write a tiny base and give its folder; the two texts are the two files."""

    def ecrire(regles: str = REGLE, references: str = REFERENCES) -> Path:
        for nom, texte in (("regles", regles), ("references", references)):
            (tmp_path / nom).mkdir(exist_ok=True)
            (tmp_path / nom / "essai.yml").write_text(texte, encoding="utf-8")
        return tmp_path

    return ecrire


def refus(dossier: Path) -> str:
    charger.cache_clear()
    with pytest.raises(ReglesInvalides) as erreur:
        charger(dossier)
    return str(erreur.value)


def test_a_tiny_base_loads(ecrire):
    base = charger(ecrire())
    assert base.valeur("essai.regle", "mois", PREMIER_JUIN_2025) == 2
    assert base.motifs == ()


@pytest.mark.parametrize(
    ("avant", "apres", "ligne", "message"),
    [
        ("        sources: [R5412-1]\n", "", 8, "il manque sources"),
        ("sources: [R5412-1]", "sources: []", 12, "[] est vide"),
        ("[R5412-1]", "[R9999-9]", 12, "référence inconnue « R9999-9 »"),
        ("[R5412-1]", "[{point: 1°}]", 12, "« point » demande aussi « code »"),
        ("[R5412-1]", "[{}]", 12, "{} est vide"),
        ("[R5412-1]", "[3]", 12, "« 3 » n’est pas du type attendu (string)"),
        ("    titre: Essai", "    titres: Essai", 3, "clé inconnue « titres »"),
        ("confiance: A", "confiance: E", 5, "« E » n’a pas une forme admise"),
        ("confiance: A", "confiance: A + V", 2, "demande une « reserve »"),
        ("2026-11-23", "hier", 6, "« hier » n’est pas du type attendu (date)"),
        ("2026-11-23", "2026-11-23 10:00:00", 6, "n’est pas du type attendu (date)"),
        ("du: 2025-06-01", "du: 2025-06-31", 1, "fichier illisible"),
        ("{mois: 2}", "{voir: [essai.autre]}", 11, "règle inconnue « essai.autre »"),
        ("{mois: 2}", "{Mois: 2}", 11, "« Mois » n’a pas une forme admise"),
        ("portee: Tous", "portee: Tous\n    0x10: 1", 2, "clé inconnue « 16 »"),
        ("portee: Tous", "? [a]\n    : Tous", 4, "unhashable key"),
        ("{mois: 2}", "{}", 11, "{} est vide"),
        ("titre: Essai", "titre: E", 3, "« E » est trop court"),
        ("essai.regle:", "Essai:", 2, "« Essai » n’a pas une forme admise"),
        ("    portee: Tous", "    titre: Encore", 4, "la clé « titre » est écrite deux fois"),
        ("portee: Tous", "portee: [Tous", 5, "did not find expected"),
        ("versions:", "fin: 2025-06-01\n    versions:", 9, "les dates se chevauchent"),
        ("du: 2025-06-01", "du: 2019-01-01\n        x: 1", 9, "clé inconnue « x »"),
    ],
)
def test_a_broken_rule_names_its_path_and_line(ecrire, avant, apres, ligne, message):
    assert avant in REGLE
    dossier = ecrire(regles=REGLE.replace(avant, apres, 1))
    dit = refus(dossier)
    assert dit.startswith(f"{dossier}/regles/essai.yml:{ligne}: ")
    assert message in dit


SECONDE = """\
      - du: {du}
        conditions: Toujours
        consequence: Rien
        sources: [S0]
"""


@pytest.mark.parametrize(
    ("du", "ligne", "message"),
    [
        ("2025-06-01", 8, "les dates se chevauchent"),
        ("2025-05-31", 8, "les dates se chevauchent"),
        ("null", 13, "seule la première version"),
    ],
)
def test_versions_follow_on(ecrire, du, ligne, message):
    dit = refus(ecrire(regles=REGLE + SECONDE.format(du=du)))
    assert f"essai.yml:{ligne}: " in dit
    assert message in dit


def test_a_version_ends_where_the_next_one_starts(ecrire):
    base = charger(ecrire(regles=REGLE + SECONDE.format(du="2026-01-01")))
    veille, jour = date(2025, 12, 31), date(2026, 1, 1)
    assert base.version("essai.regle", veille).au == jour
    assert base.version("essai.regle", jour).au is None
    assert [s.ref for s in base.sources(["essai.regle"], jour)] == ["Article de départ"]


def test_a_source_never_in_force_during_the_version_is_refused(ecrire):
    passee = REGLE.replace("du: 2025-06-01", "du: 2019-01-01").replace(
        "versions:", "fin: 2025-06-01\n    versions:"
    )
    assert "n’a jamais été en vigueur pendant cette version" in refus(ecrire(regles=passee))


@pytest.mark.parametrize(
    ("avant", "apres", "ligne", "message"),
    [
        ("LEGIARTI000051679596", "LEGIARTI51679596", 8, "n’a pas une forme admise"),
        ("  R5412-1:", "  R54x:", 5, "« R54x » n’est pas un numéro d’article"),
        ("  R5412-1:", "  CGI-R5412-1:", 5, "n’est pas un numéro d’article"),
        ("art. R5412-1", "art. R5412-10", 6, "« ref » doit commencer par"),
        ("    depuis: 2025-06-01\n", "", 5, "doit dire depuis quand"),
        ("2025-06-01", "2025-06-01\n    fin: 2025-06-01", 10, "« fin » doit venir après"),
        ("nature: article", "nature: texte", 8, "seul un article de code"),
        ("nature: article", "nature: rumeur", 7, "« rumeur » n’a pas une forme admise"),
    ],
)
def test_a_broken_reference_names_its_path_and_line(ecrire, avant, apres, ligne, message):
    assert avant in REFERENCES
    dit = refus(ecrire(references=REFERENCES.replace(avant, apres, 1)))
    assert f"references/essai.yml:{ligne}: " in dit
    assert message in dit


MOTIF = """\
motifs:
  essai:
    libelle: Essai
    statut: plausible
    preuves: [{type: autre, libelle: un papier}]
    appuis: [S0]
"""


@pytest.mark.parametrize(
    ("avant", "apres", "ligne", "message"),
    [
        ("[S0]", "[S1]", 6, "référence inconnue « S1 »"),
        ("appuis", "parent: rien\n    appuis", 6, "motif inconnu « rien »"),
        ("type: autre", "type: papier", 5, "« papier » n’a pas une forme admise"),
    ],
)
def test_a_broken_reason_names_its_path_and_line(ecrire, avant, apres, ligne, message):
    dossier = ecrire()
    (dossier / "regles" / "motifs.yml").write_text(MOTIF.replace(avant, apres), "utf-8")
    dit = refus(dossier)
    assert f"motifs.yml:{ligne}: " in dit
    assert message in dit


def test_the_same_rule_in_two_files_is_refused(ecrire):
    dossier = ecrire()
    shutil.copy(dossier / "regles" / "essai.yml", dossier / "regles" / "essai_bis.yml")
    assert "essai_bis.yml:2: « essai.regle » existe déjà ailleurs" in refus(dossier)


def test_the_line_of_what_has_no_children_is_its_own(ecrire):
    assert ligne_de(ecrire() / "regles" / "essai.yml", ("regles", "essai.regle", "titre", "x")) == 3


def test_an_empty_file_or_folder_is_refused(ecrire, tmp_path):
    assert "n’est pas du type attendu (object)" in refus(ecrire(regles=""))
    assert "aucun fichier .yml" in refus(tmp_path / "vide")


def test_a_file_that_is_not_text_is_refused(ecrire):
    dossier = ecrire()
    (dossier / "regles" / "essai.yml").write_bytes(b"\xff\xfe\x00")
    assert "fichier illisible" in refus(dossier)
