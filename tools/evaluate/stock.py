"""The stock Rasa pipeline (DIET) trained on the same sentences, for comparison: slow, so only on request."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tools.bench.contenders import Ours, Stock
from tools.evaluate.data import Labelled
from tools.evaluate.measures import Guess

_PARSE = """
import asyncio, json, sys
from rasa.core.agent import Agent
agent = Agent.load(sys.argv[1])
loop = asyncio.new_event_loop()
for line in sys.stdin:
    parsed = loop.run_until_complete(agent.parse_message(json.loads(line)))
    print(json.dumps({"intent": parsed["intent"], "ranking": parsed["intent_ranking"][:3]}), flush=True)
"""


def guesses(sentences: Sequence[Labelled], epochs: int) -> list[Guess]:
    """Train the stock configuration and ask it."""
    with tempfile.TemporaryDirectory(prefix="boussole-stock-") as work:
        stock = Stock(Path(work), Ours(Path(work)), epochs)
        stock.train()
        lines = "".join(json.dumps(sentence.text) + "\n" for sentence in sentences)
        command = [sys.executable, "-W", "ignore", "-c", _PARSE, str(stock.model())]
        done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    results = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return [_guess(sentence, result) for sentence, result in zip(sentences, results, strict=False)]


def _guess(sentence: Labelled, result: dict) -> Guess:
    ranking = [item for item in result["ranking"] if item["name"] != "nlu_fallback"]
    best = ranking[0]
    return Guess(
        sentence.text,
        sentence.intent,
        sentence.voice,
        best["name"],
        result["intent"]["name"],
        best["confidence"],
    )
