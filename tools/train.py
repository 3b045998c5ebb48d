"""Trains the model when the inputs of training have changed: ``make train``."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from actions.settings import ROOT
from addons import lean, tuning

MODELS = ROOT / "models"
MODEL = MODELS / "boussole.tar.gz"
MANIFEST = MODELS / "manifest.json"
_INPUTS = ("config.yml", "domain.yml", "data/**/*.yml", "addons/nlu/*.py", "actions/langue/*")


def input_files(root: Path = ROOT) -> list[Path]:
    """Every file that the trained model depends on, sorted."""
    found = {path for pattern in _INPUTS for path in root.glob(pattern) if path.is_file()}
    found.add(root / "requirements" / "base.txt")
    return sorted(found)


def fingerprint(root: Path = ROOT) -> str:
    """SHA-256 over names and contents of the inputs."""
    digest = hashlib.sha256()
    for path in input_files(root):
        digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_current() -> bool:
    """Whether a readable model exists for the inputs as they are."""
    try:
        manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return (
        MODEL.is_file()
        and manifest.get("inputs") == fingerprint()
        and manifest.get("sha256") == file_hash(MODEL)
    )


def file_hash(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def train(force: bool = False) -> bool:
    """Train if needed; returns whether it did. The old model stays until the new one is whole."""
    if not force and is_current():
        return False
    started = time.monotonic()
    print("Training the model (about a minute)...", flush=True)
    MODELS.mkdir(exist_ok=True)
    try:
        with _output_to(MODELS / "train.log"):
            Path(_train_with_rasa()).replace(MODEL)
    except Exception as error:
        raise SystemExit(f"The training failed ({error}): see models/train.log.") from error
    seconds = round(time.monotonic() - started, 1)
    manifest = {"inputs": fingerprint(), "sha256": file_hash(MODEL), "seconds": seconds}
    MANIFEST.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print(f"The model is trained ({seconds} s, {MODEL.stat().st_size / 1e6:.1f} MB).", flush=True)
    return True


def _train_with_rasa() -> str:
    """The path of a newly trained model."""
    lean.install()
    import rasa.model_training

    tuning.apply_to_training()
    result = rasa.model_training.train(
        domain=str(ROOT / "domain.yml"),
        config=str(ROOT / "config.yml"),
        training_files=[str(ROOT / "data")],
        output=str(MODELS),
        fixed_model_name="new",
        force_training=True,
    )
    if not result.model:
        raise RuntimeError("Rasa gave no model")
    return result.model


@contextmanager
def _output_to(path: Path) -> Iterator[None]:
    """Send all that this process prints to a file: Rasa's progress bars fill thousands of lines."""
    sys.stdout.flush()
    kept = [os.dup(1), os.dup(2)]
    with path.open("w", encoding="utf-8") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
        try:
            yield
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            for number, copy in enumerate(kept, start=1):
                os.dup2(copy, number)
                os.close(copy)


def main() -> None:
    """Entry point of ``make train``."""
    parser = argparse.ArgumentParser(prog="make train", description=__doc__)
    parser.add_argument("--force", action="store_true", help="train even if nothing has changed")
    if not train(force=parser.parse_args().force):
        print("The model is up to date.")


if __name__ == "__main__":
    main()
