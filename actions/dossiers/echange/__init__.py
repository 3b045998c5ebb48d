"""The exchange document (dossiers/FORMAT.md): read, check, compare, write."""
