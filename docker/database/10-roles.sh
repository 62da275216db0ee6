#!/bin/bash
# Runs once, on an empty server: the two roles of Meedoen and the database that the first of them owns.
set -euo pipefail

psql --no-psqlrc -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner_password="$MEEDOEN_OWNER_PASSWORD" -v app_password="$MEEDOEN_APP_PASSWORD" <<'SQL'
create role meedoen_owner login nosuperuser nobypassrls nocreaterole nocreatedb password :'owner_password';
create role meedoen_app login nosuperuser nobypassrls nocreaterole nocreatedb password :'app_password';
create database meedoen owner meedoen_owner;
revoke all on database meedoen from public;
grant connect on database meedoen to meedoen_app;
SQL
