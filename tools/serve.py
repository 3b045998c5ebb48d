"""``make serve``: the servers alone, for production. Refuses to start without keys, with a frozen day or no model."""

from __future__ import annotations

import argparse
import sys

from actions import settings as configuration
from actions.dossiers.erreurs import BaseIndisponible
from actions.dossiers.preparer import prepare
from addons.server import MODEL, check_port, check_surroundings
from tools.run import serve


def main() -> int:
    """Entry point of ``make serve``."""
    argparse.ArgumentParser(prog="make serve", description=__doc__).parse_args()
    try:
        settings = configuration.load()
        configuration.check_keys(settings)
        if settings.today:
            raise configuration.InvalidSettings("TODAY freezes the date: unset it to serve people.")
        if not MODEL.is_file():
            raise configuration.InvalidSettings(
                "there is no trained model: run `make train` first."
            )
        check_port(settings.port, "PORT", settings.host)
        check_port(settings.actions_port, "ACTIONS_PORT")
        prepare(settings.database_url).dispose()
        check_surroundings(settings)
    except (configuration.InvalidSettings, BaseIndisponible) as error:
        print(f"boussole: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    environment = {
        "PORT": str(settings.port),
        "HOST": settings.host,
        "BOUSSOLE_DEMO": "",
        "BOUSSOLE_ADVISER": "",
    }
    return serve(environment, f"The assistant is ready on port {settings.port}.")


if __name__ == "__main__":
    sys.exit(main())
