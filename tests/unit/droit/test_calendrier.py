"""Days, months, full delays, public holidays."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.droit.calendrier import (
    REGIONS,
    ajouter_mois,
    date_franche,
    dernier_jour_mesure,
    est_ouvrable,
    jour_ouvrable_precedent,
    jour_ouvrable_suivant,
    jours_feries,
)

DATES = st.dates(date(2019, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("depart", "n", "attendu"),
    [
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2020, 2, 29), 24, date(2022, 2, 28)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
    ],
)
def test_meme_jour_ou_fin_de_mois(depart, n, attendu):
    assert ajouter_mois(depart, n) == attendu


def test_l_exemple_officiel_de_2018():
    delai = date_franche(date(2018, 6, 24), 2)
    assert (delai.prudente, delai.franche) == (date(2018, 8, 24), date(2018, 8, 27))
    assert not delai.incertaine


@pytest.mark.parametrize("jour", [29, 30])
def test_fin_de_mois_sure_quand_le_jour_existe(jour):
    assert not date_franche(date(2026, 9, jour), 2).incertaine


def test_les_onze_jours_feries():
    assert len(jours_feries(2026)) == 11
    assert date(2026, 5, 25) in jours_feries(2026)


@pytest.mark.parametrize(
    ("region", "propres"),
    [
        ("alsace-moselle", {date(2026, 4, 3), date(2026, 12, 26)}),
        ("guadeloupe", {date(2026, 5, 27)}),
        ("guyane", {date(2026, 6, 10)}),
        ("la-reunion", {date(2026, 12, 20)}),
        ("martinique", {date(2026, 5, 22)}),
        ("mayotte", {date(2026, 4, 27)}),
        ("ile-de-france", set()),
    ],
)
def test_jours_feries_propres_a_une_region(region, propres):
    assert jours_feries(2026, region) - jours_feries(2026) == propres


@given(DATES, st.sampled_from(REGIONS))
def test_un_jour_ouvrable_encadre_toujours(d, region):
    avant, apres = jour_ouvrable_precedent(d, region), jour_ouvrable_suivant(d, region)
    assert avant <= d <= apres
    assert est_ouvrable(avant, region)
    assert est_ouvrable(apres, region)


@given(DATES, st.integers(1, 24), st.sampled_from(REGIONS))
def test_la_date_prudente_precede_la_franche(d, mois, region):
    delai = date_franche(d, mois, region)
    assert d < delai.prudente < delai.franche
    assert delai.statut(delai.prudente) == "dans_les_temps"
    assert delai.statut(delai.franche) == "dernier_moment"
    assert dernier_jour_mesure(d, mois) < delai.prudente
