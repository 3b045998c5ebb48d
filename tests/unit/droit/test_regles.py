"""Loading the rules base, looking things up at a date."""

import re
from datetime import date, timedelta
from time import perf_counter

import pytest

from actions.droit.regles import (
    DOSSIER,
    HorsPeriode,
    RegleInconnue,
    ValeurInconnue,
    charger,
)

PREMIER_JUIN_2025 = date(2025, 6, 1)
VEILLE = PREMIER_JUIN_2025 - timedelta(days=1)


# Looking things up


@pytest.mark.parametrize(
    ("jour", "article"),
    [
        (VEILLE, "LEGIARTI000038032951"),
        (PREMIER_JUIN_2025, "LEGIARTI000051679604"),
        (PREMIER_JUIN_2025 + timedelta(days=1), "LEGIARTI000051679604"),
    ],
)
def test_sources_are_those_of_the_day(jour, article):
    ids = [s.id for s in charger().sources(["procedure.observations"], jour)]
    assert ids[0] == article


def test_no_value_after_the_end_nor_before_the_start():
    base = charger()
    assert base.valeur("ancien.radiation", "mois_par_rang", VEILLE) == (1, 2, 4)
    assert base.valeur("sanction.assiduite.premiere", "part_min", PREMIER_JUIN_2025) == 30
    for code, jour in (
        ("ancien.radiation", PREMIER_JUIN_2025),
        ("ancien.radiation", date(2018, 12, 31)),
        ("sanction.assiduite.premiere", VEILLE),
    ):
        with pytest.raises(HorsPeriode):
            base.valeur(code, "mois", jour)
        assert base.version(code, jour) is None
        assert base.sources([code], jour) == ()


def test_unknown_rule_and_unknown_value_are_named():
    base = charger()
    with pytest.raises(RegleInconnue, match="sanction.rien"):
        base.regle("sanction.rien")
    with pytest.raises(ValeurInconnue, match="kilos"):
        base.valeur("delai.franc", "kilos", PREMIER_JUIN_2025)


def test_sources_keep_the_order_of_the_rules_and_come_once():
    base = charger()
    ids = ["sanction.assiduite.premiere", "sanction.radiation_4_mois", "absence.non_automatique"]
    refs = [s.ref for s in base.sources(ids, date(2026, 11, 10))]
    assert refs[:2] == ["Code du travail, art. R5412-1", "Code du travail, art. L5412-1"]
    assert len(refs) == len(set(refs))


def test_an_article_links_to_its_public_page():
    source = charger().references["R5412-1"]
    assert source.url == "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000051679596"
    assert charger().references["S0"].url is None


def test_a_rule_without_text_says_that_no_text_was_found():
    sources = charger().sources(["absence.retard"], date(2026, 11, 23))
    assert [s.ref for s in sources] == ["Aucun texte trouvé"]


def test_reasons_say_which_proofs_they_need():
    base = charger()
    assert "certificat_medical" in {p.type for p in base.motif("maladie").preuves}
    assert base.motif("benevolat").statut == "refuse"
    assert base.motif("benevolat").appuis[0].id == "LEGIARTI000048590542"
    assert base.motif("inconnu") is None


def test_nothing_in_the_base_can_be_changed():
    valeurs = charger().regle("sanction.contrat_refus").versions[0].valeurs
    with pytest.raises(TypeError):
        valeurs["premiere"]["part_min"] = 10
    with pytest.raises(TypeError):
        charger().regles["autre"] = None


def test_shares_are_percentages_and_ranges_are_in_order():
    for regle in charger().regles.values():
        for version in regle.versions:
            _verifier_bornes(version.valeurs)


def _verifier_bornes(valeurs) -> None:
    for cle, valeur in valeurs.items():
        if hasattr(valeur, "items"):
            _verifier_bornes(valeur)
        elif cle.startswith("part"):
            assert 0 < valeur <= 100
        elif cle.endswith("_min") and cle.replace("_min", "_max") in valeurs:
            assert valeur < valeurs[cle.replace("_min", "_max")]


def test_loading_and_checking_everything_is_fast():
    charger.cache_clear()
    debut = perf_counter()
    charger()
    assert perf_counter() - debut < 0.3
    assert charger() is charger()


# The files themselves


def test_texts_follow_french_typography():
    droit = re.compile(r"(?<=\w)'(?=\w)")
    espace = re.compile(r" [;:?!»%€](?:\s|$)|« ")
    for chemin in [*DOSSIER.glob("regles/*.yml"), *DOSSIER.glob("references/*.yml")]:
        for numero, ligne in enumerate(chemin.read_text("utf-8").splitlines(), 1):
            if not ligne.lstrip().startswith("#"):
                assert not droit.search(ligne), f"{chemin}:{numero}"
                assert not espace.search(ligne), f"{chemin}:{numero}"


def test_no_file_looks_like_rasa_training_data():
    for chemin in DOSSIER.glob("re*/*.yml"):
        premieres = re.findall(r"^(\w+):", chemin.read_text("utf-8"), re.MULTILINE)
        assert set(premieres) <= {"regles", "references", "motifs"}, chemin


def test_nobody_is_promised_a_sanction():
    for regle in charger().regles.values():
        for version in regle.versions:
            assert "vous serez" not in version.consequence.lower()
