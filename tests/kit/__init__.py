"""What tests of more than one room share: databases, servers, browsers and the shared reference data."""
