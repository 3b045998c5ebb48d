"""``make bench``: prints a table and the ratios, and keeps them in ``reports/bench.json``.

``ARGS="--epochs 100"`` trains the stock configuration as it comes (hours on two cores with this much data); the speed of
a turn does not depend on it, so the default is one epoch and its training time is given for an epoch.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path
from typing import Any

from actions.droit.decisions import decider
from actions.droit.regles import charger
from actions.settings import ROOT
from tools import train
from tools.bench import load
from tools.bench.contenders import Ours, Stock, memory_mb

SMALL_TALK = ["bonjour", "merci beaucoup", "vous êtes un robot ?"]
WITH_ACTION = [
    "quel est mon prochain rendez-vous ?",
    "que se passe-t-il si je manque un atelier ?",
    "combien de reports me reste-t-il ?",
    "quel papier pour prouver que j'étais malade ?",
]
MIXED = [*WITH_ACTION, *SMALL_TALK]


def measure(contender: Ours | Stock, turns: int) -> dict[str, float]:
    """Start a server and time it."""
    started = time.monotonic()
    contender.start()
    load.run(contender.say, ["bonjour"], 1, 1)
    results = {"start_to_first_answer_s": time.monotonic() - started}
    load.run(contender.say, MIXED, 2, 20)  # warm up
    for name, texts in (("small_talk", SMALL_TALK), ("with_action", WITH_ACTION)):
        timing = load.run(contender.say, texts, 1, turns)
        results |= {
            f"{name}_p50_ms": timing.percentile(0.5),
            f"{name}_p95_ms": timing.percentile(0.95),
        }
    for conversations in (8, 32):
        timing = load.run(contender.say, MIXED, conversations, max(4, turns // 8))
        results |= {
            f"turns_per_s_{conversations}": timing.per_second,
            f"p95_ms_{conversations}": timing.percentile(0.95),
            f"empty_answers_{conversations}": timing.empty,
        }
    results["memory_mb"] = memory_mb(contender.pid())
    contender.stop()
    return results


def measure_training() -> dict[str, float]:
    """Train our model in a process of its own."""
    started, used = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tools.train", "--force"], cwd=ROOT, check=True
    )
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "train_s": time.monotonic() - started,
        "train_cpu_s": now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime,
        "model_mb": train.MODEL.stat().st_size / 1e6,
    }


def measure_parsing() -> dict[str, float]:
    """Time understanding alone, in process, and weigh what it adds to Rasa."""
    import asyncio

    from addons import lean
    from tools import training_data
    from tools.parse import load_agent

    lean.install()
    import rasa.core.agent  # noqa: F401 (not part of what is weighed)

    before = memory_mb(os.getpid())
    agent = load_agent()
    sentences = [sentence.text for sentence in training_data.read()[::37]]
    times = []
    loop = asyncio.new_event_loop()
    for text in sentences:
        started = time.perf_counter()
        loop.run_until_complete(agent.parse_message(text))
        times.append((time.perf_counter() - started) * 1000)
    loop.close()
    return {
        "understanding_mb": memory_mb(os.getpid()) - before,
        "parse_p50_ms": statistics.median(times),
        "parse_p95_ms": sorted(times)[int(0.95 * len(times))],
    }


def measure_rules() -> dict[str, float]:
    """Time the rules base: reading it whole, and one decision."""
    from datetime import date

    started = time.perf_counter()
    charger.cache_clear()
    base = charger()
    reading = (time.perf_counter() - started) * 1000
    facts = {
        "statut_evenement": "obligatoire",
        "motif_legitime": "non",
        "preuve": "aucune",
        "allocation": "ARE",
    }
    facts["date_absence"] = "2026-11-10"
    started = time.perf_counter()
    for _ in range(500):
        decider("absence", facts, date(2026, 11, 24), base)
    return {"rules_load_ms": reading, "decision_ms": (time.perf_counter() - started) * 2}


def show(results: dict[str, dict[str, float]]) -> None:
    """The table, with the ratio where both were measured."""
    ours, stock = results["boussole"], results.get("stock", {})
    print(f"\n{'measure':28} {'boussole':>12} {'stock Rasa':>12} {'ratio':>8}")
    for name, value in ours.items():
        other = stock.get(name)
        ratio = ""
        if other and value:
            better = value / other if name.startswith("turns") else other / value
            ratio = f"x{better:.1f}"
        print(f"{name:28} {value:12.1f} {'' if other is None else f'{other:12.1f}'} {ratio:>8}")


def main() -> int:
    """Entry point of ``make bench``."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--epochs", type=int, default=1, help="epochs of the stock configuration")
    parser.add_argument("--turns", type=int, default=100, help="turns of each timed conversation")
    parser.add_argument("--no-stock", action="store_true", help="our servers only")
    arguments = parser.parse_args()
    # Rasa's dependencies complain of each other at every start.
    warnings.showwarning = lambda *_args, **_options: None
    results: dict[str, dict[str, Any]] = {"boussole": {}}
    results["boussole"] |= measure_training() | measure_rules() | measure_parsing()
    with tempfile.TemporaryDirectory(prefix="boussole-bench-") as work:
        ours = Ours(Path(work))
        results["boussole"] |= measure(ours, arguments.turns)
        if not arguments.no_stock:
            stock = Stock(Path(work), ours, arguments.epochs)
            print(f"Training the stock configuration ({arguments.epochs} epochs)...", flush=True)
            seconds, processors = stock.train()
            results["stock"] = {
                "train_s": seconds,
                "train_cpu_s": processors,
                "model_mb": stock.model().stat().st_size / 1e6,
            }
            ours.servers.launch("actions")
            results["stock"] |= measure(stock, arguments.turns)
            ours.stop()
    show(results)
    (ROOT / "reports").mkdir(exist_ok=True)
    content = {"stock_epochs": arguments.epochs, **results}
    (ROOT / "reports" / "bench.json").write_text(
        json.dumps(content, indent=1) + "\n", encoding="utf-8"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
