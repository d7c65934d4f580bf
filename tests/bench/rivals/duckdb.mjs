// node duckdb.mjs ANSWERS THREADS: the rules in DuckDB, from the CSV to the counts. `seconds` leaves out the start of
// Node.js and of the library, which is in the folder KIJUN_BENCH_MODULES.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const { DuckDBInstance } = createRequire(resolve(process.env.KIJUN_BENCH_MODULES, 'x'))('@duckdb/node-api');
const [answers, threads] = process.argv.slice(2);
const types = {
  id: 'VARCHAR', name: 'VARCHAR', zone: 'VARCHAR', council: 'VARCHAR', coordinator: 'VARCHAR', budget: 'VARCHAR',
  service: 'VARCHAR', capacity: 'INTEGER', users: 'INTEGER', medical_children: 'INTEGER', nurses: 'DOUBLE',
  occupancy: 'DOUBLE', opened_on: 'DATE', plan_on: 'DATE', permit: 'VARCHAR', note: 'VARCHAR',
};
const columns = Object.entries(types).map(([name, type]) => `${name}: '${type}'`).join(', ');
const rules = readFileSync(new URL('rules.sql', import.meta.url), 'utf8');

const instance = await DuckDBInstance.create(':memory:', { threads });
const database = await instance.connect();
const start = process.hrtime.bigint();
const cpuStart = process.cpuUsage();
await database.run('CREATE MACRO regexp(pattern, string) AS regexp_matches(string, pattern)');
await database.run(`CREATE TABLE facility AS SELECT * FROM read_csv('${answers}', header = true, columns = {${columns}})`);
const rows = (await database.runAndReadAll(rules)).getRows();
const { user, system } = process.cpuUsage(cpuStart);
console.log(`seconds ${Number(process.hrtime.bigint() - start) / 1e9} ${(user + system) / 1e6}`);
for (const row of rows) console.log(row.join(' '));
