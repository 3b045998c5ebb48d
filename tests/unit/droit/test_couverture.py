"""The rules base says all that the reference says, and nothing else."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from actions.droit.regles import charger

RACINE = Path(__file__).parents[3]
REFERENCE = RACINE.parent / "shared" / "reference" / "droit.md"
COUVERTURE = RACINE / "tests" / "droit" / "couverture.yml"
ENONCES = yaml.safe_load(COUVERTURE.read_text(encoding="utf-8"))["enonces"]
# Their row gives only the start of the first of two wordings.
SECONDES_REDACTIONS = {"LEGIARTI000049816641", "LEGIARTI000049816639"}
# Rules whose history the base keeps in full, where the row tells the past in a bracket.
AVEC_PASSE = {"situation.domicile"}

sans_reference = pytest.mark.skipif(not REFERENCE.exists(), reason="the reference is not here")


def section(debut: str, fin: str) -> str:
    texte = REFERENCE.read_text(encoding="utf-8")
    return texte.split(f"\n{debut}", 1)[1].split(f"\n{fin}", 1)[0]


def lignes(texte: str) -> list[list[str]]:
    rangees = (ligne for ligne in texte.splitlines() if ligne.startswith("|"))
    return [[case.strip() for case in ligne.strip("|").split("|")] for ligne in rangees]


def lignes_de_regles() -> dict[str, list[str]]:
    texte = section("### 0.1", "### 0.2") + section("## 2. ", "## 3. ")
    return {c[0]: c for c in lignes(texte) if re.fullmatch(r"[a-z]+(\.[a-z0-9_]+)+", c[0])}


@pytest.mark.parametrize("enonce", ENONCES, ids=lambda e: e["enonce"][:40])
def test_each_sentence_of_the_seed_article_has_its_rules(enonce):
    base = charger()
    assert enonce["regles"], "a sentence without rules is not covered"
    assert [code for code in enonce["regles"] if code not in base.regles] == []
    assert [code for code in enonce.get("motifs", []) if base.motif(code) is None] == []


@sans_reference
def test_coverage_lists_every_sentence():
    attendus = [c[0] for c in lignes(section("## 10. ", "## Annexe"))[2:]]
    assert len(ENONCES) == len(attendus)


@sans_reference
def test_base_has_the_rules_of_the_reference_and_no_other():
    assert set(lignes_de_regles()) == set(charger().regles)


@sans_reference
def test_periods_are_those_of_the_reference():
    base = charger()
    for code, cases in lignes_de_regles().items():
        if len(cases) != 7 or code in AVEC_PASSE:
            continue
        versions = base.regle(code).versions
        debut = None if cases[3] == "–" else date.fromisoformat(cases[3])
        fin = None if cases[4] == "…" else date.fromisoformat(cases[4]) + timedelta(days=1)
        assert (versions[0].du, versions[-1].au) == (debut, fin), code


@sans_reference
def test_doubt_in_the_reference_is_doubt_in_the_base():
    for code, cases in lignes_de_regles().items():
        premier = re.match(r"[ABCDV]", cases[-1])
        if premier:
            assert premier[0] in charger().regle(code).confiance, code


@sans_reference
def test_ids_and_start_dates_are_those_of_the_reference():
    attendues: dict[str, str] = {}
    for cases in lignes(section("### 1.2", "### 1.4")):
        for identifiant in re.findall(r"LEGIARTI\d{12}", cases[1]):
            attendues[identifiant] = cases[2]
    trouvees = {s.id: str(s.since) for s in charger().references.values() if s.id}
    assert set(trouvees) == set(attendues)
    for identifiant in set(trouvees) - SECONDES_REDACTIONS:
        assert trouvees[identifiant] == attendues[identifiant], identifiant


@sans_reference
def test_no_figure_is_absent_from_the_row_it_comes_from():
    base = charger()
    for code, cases in lignes_de_regles().items():
        # Dates are told to people in words: « 1er juin » for 06-01.
        permis = {n.lstrip("0") for n in re.findall(r"\d+", " ".join(cases))}
        for version in base.regle(code).versions:
            dits = {n.lstrip("0") for n in re.findall(r"\d+", version.consequence)}
            assert dits <= permis, (code, dits - permis)


def test_every_rule_has_a_source_in_force_on_every_day_since_2019():
    base = charger()
    bornes = {d for s in base.references.values() for d in (s.since, s.until) if d}
    jours = sorted(d for d in bornes | {date(2019, 1, 1)} if d >= date(2019, 1, 1))
    sans = [
        (code, jour)
        for code in base.regles
        for jour in jours
        if base.version(code, jour) and not base.sources([code], jour)
    ]
    assert sans == []


@sans_reference
def test_reasons_are_those_of_the_reference():
    statuts = {"confirme", "plausible", "refuse", "a_verifier", "non_retenu"}
    motifs = charger().motifs
    assert {motif.statut for motif in motifs} == statuts
    assert len(lignes(section("## 5. ", "**Quand"))) - 2 == 15
    format_des_dossiers = (REFERENCE.parents[1] / "dossiers" / "FORMAT.md").read_text("utf-8")
    codes = re.search(r"motif_absence, or null: ([a-z_ ]+)", format_des_dossiers)[1].split()
    assert [code for code in codes if charger().motif(code) is None] == []
    types = {t for m in motifs for t in (p.type for p in m.preuves)}
    assert all(t in format_des_dossiers for t in types)
