#!/usr/bin/env node
// Takes the cases that skip.txt names out of a file of cases, and says which and why.
//
//   node select.mjs --cases FILE --skip FILE --out FILE
//
// An entry of the skip file that no case needs, or that gives no reason, is an error.

import { readFileSync, writeFileSync } from 'node:fs';

function fail(message) {
  console.error(`select: ${message}`);
  process.exit(2);
}

const args = {};
for (let i = 2; i < process.argv.length; i += 2) {
  const name = process.argv[i].replace(/^--/, '');
  if (!['cases', 'skip', 'out'].includes(name)) fail(`unknown option ${process.argv[i]}`);
  args[name] = process.argv[i + 1];
}
for (const name of ['cases', 'skip', 'out']) if (!args[name]) fail(`--${name} is missing`);

const skips = readFileSync(args.skip, 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => {
    const [, prefix, reason] = line.match(/^(\S+)\s+(\S.*)$/) ?? fail(`no reason is given: ${line}`);
    return { prefix, reason, count: 0 };
  });

const lines = readFileSync(args.cases, 'utf8').split('\n').filter(Boolean);
const selected = lines.filter((line) => {
  const { file, section, name, repeat } = JSON.parse(line);
  const full = `${file}/${section}/${name}${repeat ? `#${repeat}` : ''}`;
  const skip = skips.find((entry) => full.startsWith(entry.prefix));
  if (skip) skip.count++;
  return !skip;
});

for (const { prefix, reason, count } of skips) {
  if (count === 0) fail(`no case begins with ${prefix}`);
  console.log(`left out ${count}: ${prefix} (${reason})`);
}
console.log(`${selected.length} of ${lines.length} cases are run`);
writeFileSync(args.out, selected.map((line) => `${line}\n`).join(''));
