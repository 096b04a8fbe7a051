-- Runs once, in the database "registry", when the volume is new. The owner migrates; the server reads and writes rows.
\getenv owner_password REGISTRY_OWNER_PASSWORD
\getenv server_password REGISTRY_SERVER_PASSWORD

CREATE ROLE registry_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE registry_server LOGIN PASSWORD :'server_password';

-- The schema "public" belongs to pg_database_owner, and so to this role.
ALTER DATABASE registry OWNER TO registry_owner;
REVOKE ALL ON DATABASE registry FROM PUBLIC;
GRANT CONNECT ON DATABASE registry TO registry_server;

CREATE EXTENSION IF NOT EXISTS pg_trgm;
