"""python -m actions.droit: one line in, one line out."""

import io
import json
import runpy
import subprocess
import sys
from datetime import date

import pytest

from actions.droit.__main__ import main, repondre
from actions.droit.regles import ReglesInvalides, charger

CAS = {
    "id": "un",
    "kind": "absence",
    "facts": {
        "statut_evenement": "obligatoire",
        "motif_legitime": "non",
        "date_absence": "2026-11-10",
        "allocation": "ARE",
    },
    "today": "2026-11-23",
}


def lancer(monkeypatch, capsys, texte, argv=()):
    entree = io.TextIOWrapper(io.BytesIO(texte.encode()))
    monkeypatch.setattr(sys, "stdin", entree)
    monkeypatch.setattr(sys.stdout, "reconfigure", lambda **_: None, raising=False)
    code = main(list(argv))
    return code, [json.loads(ligne) for ligne in capsys.readouterr().out.splitlines()]


def test_une_reponse_a_la_forme_du_contrat(monkeypatch, capsys):
    code, (reponse,) = lancer(monkeypatch, capsys, json.dumps(CAS) + "\n\n")
    assert code == 0
    assert reponse["id"] == "un"
    assert reponse["result"]["rang"] == "premier"
    assert "sanction.assiduite.premiere" in reponse["rule_ids"]
    article = next(s for s in reponse["sources"] if s["id"] == "LEGIARTI000051679596")
    assert article["ref"] == "Code du travail, art. R5412-1"
    assert article["since"] == "2025-06-01"
    assert article["url"].startswith("https://")
    assert all(isinstance(raison, str) for raison in reponse["reasons"])


def test_une_ligne_illisible_n_arrete_pas_les_autres(monkeypatch, capsys):
    lignes = ["pas du json", json.dumps(CAS), "[1]", "[" * 100_000]
    code, reponses = lancer(monkeypatch, capsys, "\n".join(lignes))
    assert code == 1
    assert ["error" in reponse for reponse in reponses] == [True, False, True, True]
    assert [reponse["id"] for reponse in reponses] == [None, "un", None, None]


@pytest.mark.parametrize(
    ("change", "champ"),
    [
        ({"kind": "amour"}, "kind"),
        ({"kind": ["absence"]}, "kind"),
        ({"facts": None}, "facts"),
        ({"today": "2026-02-30"}, "today"),
        ({"facts": {"allocation": "or"}}, "allocation"),
        ({"facts": {**CAS["facts"], "date_absence": None}}, "date_absence"),
        ({"kind": "delai", "facts": {"type": "observations"}}, "date_reception"),
        ({"kind": "delai", "facts": {"type": "duree_mesure", "date_effet": "2026-01-01"}}, "mois"),
        ({"kind": "recours", "facts": {"auteur": "france_travail"}}, "date_notification"),
        ({"kind": "delai", "facts": {}}, "type"),
    ],
)
def test_l_erreur_nomme_le_champ(change, champ):
    (reponse,) = repondre([json.dumps({**CAS, **change})], charger())
    assert reponse["id"] == "un"
    assert reponse["error"].startswith(f"{champ} : ")


def test_sans_jour_c_est_celui_de_l_environnement_ou_de_l_horloge(monkeypatch):
    cas = {"id": 1, "kind": "delai", "facts": {"type": "mediateur"}}
    cas["facts"]["date_notification"] = date.today().isoformat()
    monkeypatch.delenv("TODAY", raising=False)
    (reponse,) = repondre([json.dumps(cas)], charger())
    assert reponse["result"]["statut"] == "dans_les_temps"
    monkeypatch.setenv("TODAY", "2090-01-01")
    (reponse,) = repondre([json.dumps(cas)], charger())
    assert reponse["result"]["statut"] == "hors_delai"


def test_arguments_inconnus_et_regles_cassees(monkeypatch, capsys):
    assert lancer(monkeypatch, capsys, "", ["--aide"]) == (2, [])

    def casser():
        raise ReglesInvalides("regles/x.yml:3: broken")

    monkeypatch.setattr("actions.droit.__main__.charger", casser)
    assert main([]) == 2
    assert "x.yml:3" in capsys.readouterr().err


def test_explain_est_delegue(monkeypatch, capsys):
    monkeypatch.setattr(sys.stdout, "reconfigure", lambda **_: None, raising=False)
    assert main(["explain", "delai.franc"]) == 0
    assert "delai.franc" in capsys.readouterr().out


def test_le_module_se_lance(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["droit", "--inconnu"])
    monkeypatch.setattr(sys.stdout, "reconfigure", lambda **_: None, raising=False)
    with pytest.raises(SystemExit) as sortie:
        runpy.run_module("actions.droit", run_name="__main__")
    assert sortie.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("facts", "attendu"),
    [
        ({"type": "observations"}, "AAAA-MM-JJ"),
        ({"type": "duree_mesure", "date_effet": "2026-01-01"}, "nombre entier de 1 à 12"),
        ({}, "observations, decision, fenetre_reiteration"),
    ],
)
def test_un_fait_manquant_dit_ce_qui_est_attendu(facts, attendu):
    (reponse,) = repondre([json.dumps({**CAS, "kind": "delai", "facts": facts})], charger())
    assert f"fait manquant ; attendu : {attendu}" in reponse["error"]


def test_un_nom_enorme_n_est_pas_repete_en_entier():
    (reponse,) = repondre([json.dumps({**CAS, "facts": {"x" * 10_000: 1}})], charger())
    assert reponse["error"].startswith("xxx")
    assert len(reponse["error"]) < 1_000


def test_octets_etranges_et_marque_d_ordre():
    lignes = [
        json.dumps(CAS),
        json.dumps({**CAS, "id": "\ud800"}),
        '{"id": "\x00"',
        json.dumps({**CAS, "id": "é"}, ensure_ascii=False),
    ]
    entree = b"\xef\xbb\xbf" + "\n".join(lignes).encode() + b"\n\xff"
    commande = [sys.executable, "-m", "actions.droit"]
    fini = subprocess.run(commande, input=entree, capture_output=True, check=False)
    reponses = [json.loads(ligne) for ligne in fini.stdout.decode("utf-8").splitlines()]
    assert [reponse["id"] for reponse in reponses] == ["un", "\ud800", None, "é", None]
    assert fini.returncode == 1
    assert fini.stderr == b""
