"""A fact that cannot be read is refused by its name, never guessed."""

from datetime import date, datetime

import pytest

from actions.droit.faits import Etape, lire
from actions.droit.regles import charger
from actions.droit.resultat import FaitInvalide

SANCTION = {"date_manquement": "2026-01-01", "date_notification": None, "nature": "assiduite"}


def lu(faits, kind="absence"):
    return lire(kind, faits, charger())


@pytest.mark.parametrize(
    ("faits", "champ", "permis"),
    [
        ({"allocation": "are"}, "allocation", "ARE"),
        ({"allocation": ["ARE"]}, "allocation", "PACEA"),
        ({"statut": "obligatoire"}, "statut", "statut_evenement"),
        ({"date_absence": "2026-02-30"}, "date_absence", "AAAA-MM-JJ"),
        ({"date_absence": "30/02/2026"}, "date_absence", "AAAA-MM-JJ"),
        ({"date_absence": 20260101}, "date_absence", "AAAA-MM-JJ"),
        ({"date_absence": "1026-01-01"}, "date_absence", "1950"),
        ({"persistance": "peut-être"}, "persistance", "true"),
        ({"mois": 0}, "mois", "1 à 12"),
        ({"mois": True}, "mois", "1 à 12"),
        ({"reports_utilises": "deux"}, "reports_utilises", "0 à 999"),
        ({"historique": "rien"}, "historique", "liste"),
        ({"historique": ["rien"]}, "historique[0]", "nature"),
        ({"historique": [{**SANCTION, "lieu": 1}]}, "historique[0].lieu", "date_manquement"),
        ({"historique": [{**SANCTION, "date_manquement": None}]}, "historique[0].date_m", "AAAA"),
        ({"historique": [{**SANCTION, "nature": "vol"}]}, "historique[0].nature", "fraude"),
        ({"mediation": {"debut": "2026-01-01"}}, "mediation.debut", "saisie"),
        ({"mediation": {"saisie": "hier"}}, "mediation.saisie", "AAAA-MM-JJ"),
        ({"mediation": {"saisie": "2026-02-01", "fin": "2026-01-01"}}, "mediation.fin", "AAAA"),
        ({"motif": "flemme"}, "motif", "maladie"),
        ({"justificatif": "photo"}, "justificatif", "certificat_medical"),
        ([], "facts", "statut_evenement"),
    ],
)
def test_fait_refuse(faits, champ, permis):
    with pytest.raises(FaitInvalide) as refus:
        lu(faits)
    assert str(refus.value).startswith(champ)
    assert any(permis in valeur for valeur in refus.value.attendu)


def test_un_fait_nul_est_absent():
    assert lu({"allocation": None, "mediation": "non"}) == {}


@pytest.mark.parametrize(
    ("brut", "attendu"),
    [
        ("2026-03-02", Etape(date(2026, 3, 2), None)),
        (True, Etape(None, None)),
        ({"depose_le": "2026-03-02"}, Etape(date(2026, 3, 2), None)),
        (
            {"demande": "2026-03-02", "decision": date(2026, 4, 2)},
            Etape(*map(date.fromisoformat, ("2026-03-02", "2026-04-02"))),
        ),
    ],
)
def test_etapes(brut, attendu):
    assert lu({"rapo": brut}) == {"recours_prealable": attendu}


def test_autres_ecritures_d_un_meme_fait():
    assert lu({"dispense": True, "persistance": "oui"}) == {"dispense": "oui", "persistance": True}
    assert lu({"date_absence": datetime(2026, 1, 2, 9)}) == {"date_absence": date(2026, 1, 2)}
    assert lu({"motif": "medical"}) == {"motif": "maladie"}
    assert lu({"historique": [SANCTION]})["historique"][0].date_notification is None
