"""The law watch, on a small extract of the codes: ids, states and dates, no text."""

import json
import shutil
import stat
import subprocess
import sys
import tarfile
from datetime import date, datetime, timezone
from pathlib import Path

import pytest

from actions.droit.regles import charger
from tools.check_law import __main__ as check_law
from tools.check_law import archive, codes, comparaison

EXTRAIT = Path(__file__).parent / "legi_extrait"
RACINE = Path(__file__).parents[3]
TRAVAIL = "LEGITEXT000006072050"
R5412_1 = "LEGIARTI000051679596"
SUIVANTE = "LEGIARTI000099999999"


@pytest.fixture(autouse=True)
def au_23_novembre_2026(monkeypatch):
    monkeypatch.setenv("TODAY", "2026-11-23")


@pytest.fixture
def extrait(tmp_path):
    """A copy of the extract; the returned function edits the node of one article."""
    shutil.copytree(EXTRAIT, tmp_path / "data")

    def modifier(numero: str, **champs) -> Path:
        chemin = tmp_path / "data" / f"{TRAVAIL}.json"
        racine = json.loads(chemin.read_text("utf-8"))
        article = next(a for a in racine["children"] if a["data"]["num"] == numero)
        article["data"].update(champs)
        chemin.write_text(json.dumps(racine), "utf-8")
        return tmp_path

    return modifier


def ms(jour: str) -> int:
    return int(datetime.fromisoformat(jour).replace(tzinfo=timezone.utc).timestamp() * 1000)


def ligne(texte: str, *mots: str) -> str:
    return next(ligne for ligne in texte.splitlines() if all(mot in ligne for mot in mots))


def test_every_cited_article_is_still_in_force(capsys):
    assert check_law.main([str(EXTRAIT)]) == 0
    texte = capsys.readouterr().out
    assert ligne(texte, R5412_1).startswith("toujours en vigueur")
    assert "Code du travail\u00a0: 2026-03-27" in texte
    assert " 0 à revoir" in texte


def test_it_runs_as_a_module():
    commande = [sys.executable, "-m", "tools.check_law", str(EXTRAIT)]
    fini = subprocess.run(commande, cwd=RACINE, capture_output=True, text=True, timeout=60)
    assert (fini.returncode, fini.stderr) == (0, "")
    assert "0 à revoir" in fini.stdout


def test_codes_outside_the_package_are_told_apart_and_do_not_fail(capsys):
    assert check_law.main([str(EXTRAIT)]) == 0
    apres = capsys.readouterr().out.split("Non contrôlés", 1)[1]
    assert "non couvert" in ligne(apres, "Code de justice administrative, art. R421-1")
    assert "non couvert" in ligne(apres, "Code de l’action sociale et des familles, art. R262-68-6")


def test_past_wordings_are_compared_when_the_package_knows_them(capsys):
    check_law.main([str(EXTRAIT)])
    texte = capsys.readouterr().out
    assert ligne(texte, "LEGIARTI000038892963").startswith("rédaction passée")
    assert ligne(texte, "LEGIARTI000045207563").startswith("passé, absent du paquet")


def nouvelle_redaction(depuis: str) -> dict:
    ancienne = {
        "id": R5412_1,
        "etat": "MODIFIE",
        "dateDebut": ms("2025-06-01"),
        "dateFin": ms(depuis),
    }
    return {"id": SUIVANTE, "dateDebut": ms(depuis), "articleVersions": [ancienne]}


@pytest.mark.parametrize(
    ("depuis", "verdict", "sortie"),
    [
        ("2026-11-22", "modifié depuis", 1),
        ("2026-11-23", "modifié depuis", 1),
        ("2026-11-24", "toujours en vigueur", 0),
    ],
)
def test_a_new_wording_fails_from_its_first_day(capsys, extrait, depuis, verdict, sortie):
    dossier = extrait("R5412-1", **nouvelle_redaction(depuis))
    assert check_law.main([str(dossier)]) == sortie
    dite = ligne(capsys.readouterr().out, R5412_1)
    assert dite.startswith(verdict)
    jour = date.fromisoformat(depuis)
    assert f"{jour:%d/%m/%Y}" in dite
    assert (SUIVANTE in dite) == bool(sortie)


def test_a_repealed_article_fails(capsys, extrait):
    dossier = extrait("R5412-3-4", etat="ABROGE", dateFin=ms("2026-09-01"))
    assert check_law.main([str(dossier)]) == 1
    dite = ligne(capsys.readouterr().out, "R5412-3-4 ")
    assert dite.startswith("abrogé")
    assert "le 01/09/2026" in dite


def test_an_article_without_any_end_date_can_be_repealed_too(capsys, extrait):
    dossier = extrait("R5412-3-4", etat="ABROGE")
    assert check_law.main([str(dossier)]) == 1
    assert "à une date inconnue" in ligne(capsys.readouterr().out, "R5412-3-4 ")


def test_an_id_that_does_not_exist_fails(capsys, extrait):
    dossier = extrait("R5412-1", id=SUIVANTE, articleVersions=[])
    assert check_law.main([str(dossier)]) == 1
    assert ligne(capsys.readouterr().out, R5412_1).startswith("introuvable")


@pytest.mark.parametrize(
    ("champs", "detail"),
    [
        ({"dateDebut": ms("2025-07-01")}, "depuis le 01/07/2025"),
        ({"num": "R5412-99"}, "identifiant de l’article R5412-99"),
    ],
)
def test_another_start_date_or_another_article_fails(capsys, extrait, champs, detail):
    assert check_law.main([str(extrait("R5412-1", **champs))]) == 1
    dite = ligne(capsys.readouterr().out, R5412_1)
    assert dite.startswith("discordant")
    assert detail in dite


def test_a_past_wording_with_other_dates_fails(capsys, extrait):
    autre = {
        "id": "LEGIARTI000038032955",
        "etat": "MODIFIE",
        "dateDebut": ms("2019-01-01"),
        "dateFin": ms("2025-05-01"),
    }
    assert check_law.main([str(extrait("R5412-6", articleVersions=[autre]))]) == 1
    dite = ligne(capsys.readouterr().out, "LEGIARTI000038032955")
    assert "jusqu’au 01/05/2025 (exclu)" in dite


@pytest.mark.parametrize(
    ("jour", "sortie"), [("2027-11-22", 0), ("2027-11-23", 0), ("2027-11-24", 1)]
)
def test_a_rule_checked_more_than_a_year_ago_is_refused(capsys, monkeypatch, jour, sortie):
    monkeypatch.setenv("TODAY", jour)
    assert check_law.main([str(EXTRAIT)]) == sortie
    assert ("règle périmée" in capsys.readouterr().out) == bool(sortie)


def test_a_leap_day_has_an_anniversary_too():
    assert comparaison.perimees(charger().regles, date(2028, 2, 29))


def test_a_missing_code_leaves_its_articles_unchecked(capsys, tmp_path):
    shutil.copy(EXTRAIT / f"{TRAVAIL}.json", tmp_path)
    assert check_law.main([str(tmp_path)]) == 0
    texte = capsys.readouterr().out
    assert "Code de la sécurité sociale\u00a0: absent" in texte
    assert ligne(texte, "LEGIARTI000051819783").startswith("non couvert")


def test_a_folder_without_codes_or_with_a_broken_one_is_refused(capsys, tmp_path):
    assert check_law.main([str(tmp_path)]) == 1
    assert "Aucun fichier LEGITEXT….json" in capsys.readouterr().err
    (tmp_path / f"{TRAVAIL}.json").write_text("{", "utf-8")
    assert check_law.main([str(tmp_path)]) == 1
    assert f"Le fichier {TRAVAIL}.json est illisible." in capsys.readouterr().err


def test_bad_arguments_and_a_bad_date_are_refused(capsys, monkeypatch):
    assert check_law.main(["un", "deux"]) == 1
    assert "Usage" in capsys.readouterr().err
    monkeypatch.setenv("TODAY", "hier")
    assert check_law.main([str(EXTRAIT)]) == 1
    assert "TODAY" in capsys.readouterr().err


# The npm client: a small program of the same name stands on the path in its place.


@pytest.fixture
def npm(monkeypatch, tmp_path):
    """Put a shell script named npm first on the path."""

    def installer(script: str) -> None:
        chemin = tmp_path / "npm"
        chemin.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        chemin.chmod(chemin.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    return installer


def test_the_newest_package_is_fetched_and_read(capsys, npm, tmp_path):
    paquet = tmp_path / "paquet.tgz"
    with tarfile.open(paquet, "w:gz") as tar:
        tar.add(EXTRAIT, "package/data")
    # npm pack NAME --silent --pack-destination FOLDER
    npm(f'[ "$1 $2" = "pack {archive.PAQUET}" ] && cp {paquet} "$5/legi.tgz"')
    assert check_law.main([]) == 0
    assert ligne(capsys.readouterr().out, R5412_1).startswith("toujours en vigueur")


def test_no_npm_no_network_and_no_archive_each_get_a_sentence(capsys, npm, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert check_law.main([]) == 1
    assert "npm n’est pas installé" in capsys.readouterr().err
    npm("echo 'npm error network' >&2; exit 1")
    assert check_law.main([]) == 1
    assert "réseau absent\u00a0?)\u00a0: npm error network" in capsys.readouterr().err
    npm("exit 0")
    assert check_law.main([]) == 1
    assert "code de sortie 0" in capsys.readouterr().err
    npm('echo rien > "$5/legi.tgz"')
    assert check_law.main([]) == 1
    assert "illisible" in capsys.readouterr().err


def test_a_client_that_hangs_is_given_up(capsys, npm, monkeypatch):
    monkeypatch.setattr(archive, "DELAI_SECONDES", 0.2)
    npm("exec sleep 5")
    assert check_law.main([]) == 1
    assert "npm n’a pas fini" in capsys.readouterr().err


def test_a_wording_born_dead_is_never_in_force():
    jamais = codes.Redaction(
        "LEGIARTI000019562205", "R1", "MODIFIE_MORT_NE", date(2012, 2, 29), None
    )
    assert not jamais.en_vigueur(date(2026, 11, 23))
