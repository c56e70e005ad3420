"""The demonstration site as programs of others read it: `make verify-site`."""
