"""The files of job seekers and what the assistant itself writes. No Rasa, no law."""
