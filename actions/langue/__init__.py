"""French text helpers shared by the model and the actions: no Rasa, no database."""
