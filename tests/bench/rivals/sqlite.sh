#!/usr/bin/env bash
# sqlite.sh ANSWERS: the rules in SQLite, from the CSV to the counts, in memory. The process is short to start, so its
# whole time counts and no line `seconds` is printed.
set -euo pipefail
sqlite3 :memory: <<SQL
PRAGMA journal_mode = off;
CREATE TABLE answers (id TEXT, name TEXT, zone TEXT, council TEXT, coordinator TEXT, budget TEXT, service TEXT,
  capacity INTEGER, users INTEGER, medical_children INTEGER, nurses REAL, occupancy REAL, opened_on TEXT,
  plan_on TEXT, permit TEXT, note TEXT);
.import --csv --skip 1 "$1" answers
CREATE VIEW facility AS SELECT zone, nullif(council, '') AS council, nullif(coordinator, '') AS coordinator,
  nullif(budget, '') AS budget, nullif(service, '') AS service, nullif(capacity, '') AS capacity,
  nullif(users, '') AS users, nullif(medical_children, '') AS medical_children, nullif(nurses, '') AS nurses,
  nullif(occupancy, '') AS occupancy, nullif(opened_on, '') AS opened_on, nullif(plan_on, '') AS plan_on,
  nullif(permit, '') AS permit, nullif(note, '') AS note FROM answers;
.mode list
.separator " "
.read $(dirname "$0")/rules.sql
;
SQL
