"""The API as programs of others read it: `make verify-api`."""
