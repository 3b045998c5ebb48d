"""Understands sentences without a server: one a line on standard input, one JSON object a line on standard output."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from addons import lean
from tools import train

RANKING_LENGTH = 5


def load_agent() -> Any:
    """The trained model, without its dialogue's stores."""
    lean.install()
    _quiet()
    from rasa.core.agent import Agent

    if not train.MODEL.is_file():
        raise SystemExit("boussole: there is no trained model: run `make train` first.")
    return Agent.load(str(train.MODEL))


def parse(agent: Any, sentences: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The result of each sentence, in the format of the contract."""
    loop = asyncio.new_event_loop()
    try:
        for sentence in sentences:
            yield result(sentence, loop.run_until_complete(agent.parse_message(sentence)))
    finally:
        loop.close()


def result(sentence: str, parsed: dict[str, Any]) -> dict[str, Any]:
    """One line of the output."""
    ranking = [item for item in parsed["intent_ranking"] if item["name"] != "nlu_fallback"]
    return {
        "text": sentence,
        "intent": parsed["intent"]["name"],
        "confidence": round(parsed["intent"]["confidence"], 4),
        "ranking": [
            {"intent": item["name"], "confidence": round(item["confidence"], 4)}
            for item in ranking[:RANKING_LENGTH]
        ],
        "entities": [
            {name: item[name] for name in ("entity", "value", "start", "end")}
            for item in parsed.get("entities", [])
        ],
    }


def _quiet() -> None:
    import structlog

    from addons.logs import configure

    configure(structlog)


def main() -> None:
    """Entry point of ``python -m tools.parse``."""
    argparse.ArgumentParser(prog="python -m tools.parse", description=__doc__).parse_args()
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    sys.stdout.reconfigure(encoding="utf-8")
    agent = load_agent()
    sentences = (line.rstrip("\r\n") for line in sys.stdin)
    for item in parse(agent, sentences):
        print(json.dumps(item, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
