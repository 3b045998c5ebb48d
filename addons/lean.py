"""Runs Rasa without TensorFlow, which this assistant never uses.

Rasa 3.6 imports every component it ships, and TensorFlow with them, whatever ``config.yml`` names: about
10 s and 450 MB for each process. ``install()`` puts empty stand-ins in the place of the few modules that
pull TensorFlow in; the pipeline and the policies of ``config.yml`` are untouched. Naming DIET or TED in
``config.yml`` needs Rasa's own command line instead.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import os
import sys
import types

# Modules that import TensorFlow -> the names that other modules of Rasa import from them.
_STAND_INS: dict[str, tuple[str, ...]] = {
    "rasa.utils.tensorflow.callback": ("RasaTrainingLogger", "RasaModelCheckpoint"),
    "rasa.utils.tensorflow.data_generator": (
        "RasaDataGenerator",
        "RasaBatchDataGenerator",
    ),
    "rasa.nlu.classifiers.diet_classifier": ("DIETClassifier",),
    "rasa.nlu.selectors.response_selector": ("ResponseSelector",),
    "rasa.core.policies.ted_policy": ("TEDPolicy",),
    "rasa.core.policies.unexpected_intent_policy": ("UnexpecTEDIntentPolicy",),
    "rasa.utils.plotting": (),  # matplotlib, for the reports of `rasa test`
}
_COMPONENTS = "rasa.engine.recipes.default_components"


class _StandIns(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Serves the stand-in modules in place of the real ones."""

    def find_spec(
        self, fullname: str, path: object = None, target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname in _STAND_INS or fullname == _COMPONENTS:
            return importlib.machinery.ModuleSpec(fullname, self)
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        module = types.ModuleType(spec.name, "Stand-in: see addons/lean.py.")
        for name in _STAND_INS.get(spec.name, ()):
            setattr(module, name, type(name, (), {"__module__": spec.name}))
        return module

    def exec_module(self, module: types.ModuleType) -> None:
        if module.__name__ == _COMPONENTS:
            # Importing registers a component with Rasa's recipe.
            from rasa.core.policies.rule_policy import RulePolicy

            module.DEFAULT_COMPONENTS = [RulePolicy]


def install() -> None:
    """Makes every later import of Rasa free of TensorFlow. Call it before importing Rasa."""
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    # One sentence at a time gains nothing from BLAS threads, which spin and slow the neighbours down.
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    if not any(isinstance(finder, _StandIns) for finder in sys.meta_path):
        sys.meta_path.insert(0, _StandIns())
