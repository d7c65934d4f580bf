#!/usr/bin/env node
// Checks files of the formats for CI as those who read them would.
//
//   node check.mjs --multitool PROGRAM --scratch FOLDER FILE...
//
// A file is known by what is in it: SARIF logs go to Microsoft's validator with the rules of the standard and of GitHub,
// JUnit and Checkstyle to xmllint with the schemas beside this script, GitLab's array and JSON Lines are checked here,
// and workflow commands are read back. Files of other formats are passed over. Before any of it, one wrong file of every
// kind has to be refused.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

function fail(message) {
  console.error(`check: ${message}`);
  process.exit(2);
}

const options = {};
const files = [];
for (let i = 2; i < process.argv.length; ++i) {
  if (process.argv[i].startsWith('--')) options[process.argv[i].slice(2)] = process.argv[++i];
  else files.push(process.argv[i]);
}
for (const name of ['multitool', 'scratch']) if (!options[name]) fail(`--${name} is missing`);
if (files.length === 0) fail('there is nothing to check');
mkdirSync(options.scratch, { recursive: true });

// There is no page of kijun that a log could name.
const accepted = new Set(['SARIF2005']);

// The validator exits 0 whatever it finds: what counts is its log.
function checkSarif(path) {
  const log = join(options.scratch, 'validation.sarif');
  writeFileSync(log, '');
  const arguments_ = ['validate', path, '--rule-kind', 'Sarif;Gh', '--output', log, '--log', 'ForceOverwrite'];
  const ran = spawnSync(options.multitool, arguments_, { encoding: 'utf8' });
  if (ran.error) fail(`${options.multitool}: ${ran.error.message}`);
  const text = readFileSync(log, 'utf8').replace(/^\uFEFF/, '');
  if (text === '') return [`no validation: ${ran.stdout}${ran.stderr}`];
  const [run] = JSON.parse(text).runs;
  const problems = run.results
    .filter((result) => !accepted.has(result.ruleId) && result.level !== 'note' && result.level !== 'none')
    .map((result) => `${result.ruleId} ${JSON.stringify(result.message)}`);
  for (const invocation of run.invocations ?? [])
    for (const note of [...(invocation.toolExecutionNotifications ?? []), ...(invocation.toolConfigurationNotifications ?? [])])
      if (note.level === 'error') problems.push(`validator: ${note.message.text}`);
  return [...problems, ...checkSuppressions(JSON.parse(readFileSync(path, 'utf8')).runs[0])];
}

// SARIF 2.1.0, 3.27.23: on all results of a run or on none.
function checkSuppressions(run) {
  const results = run.results ?? [];
  const having = results.filter((result) => result.suppressions !== undefined).length;
  return having === 0 || having === results.length ? [] : [`${having} of ${results.length} results have suppressions`];
}

function checkXml(path, schema) {
  const ran = spawnSync('xmllint', ['--noout', '--schema', join(here, schema), path], { encoding: 'utf8' });
  if (ran.error) fail(`xmllint: ${ran.error.message}`);
  return ran.status === 0 ? [] : ran.stderr.split('\n').filter((line) => line && !line.endsWith('fails to validate'));
}

// The numbers of a suite are those of its cases.
function checkJunit(path) {
  const problems = checkXml(path, 'junit.xsd');
  const xml = readFileSync(path, 'utf8');
  for (const [suite, head] of xml.matchAll(/<testsuite (.*?)>[^]*?<\/testsuite>/g)) {
    const claimed = (name) => Number(head.match(new RegExp(` ${name}="(\\d+)"`))?.[1]);
    const actual = (element) => suite.match(new RegExp(`<${element} `, 'g'))?.length ?? 0;
    for (const [name, element] of [['tests', 'testcase'], ['failures', 'failure'], ['errors', 'error'], ['skipped', 'skipped']])
      if (claimed(name) !== actual(element)) problems.push(`${name}="${claimed(name)}", but there are ${actual(element)}`);
  }
  return problems;
}

// GitLab drops an issue that lacks a member, and all but one of those with one fingerprint.
function checkGitlab(path) {
  const problems = [];
  const seen = new Set();
  for (const [at, issue] of JSON.parse(readFileSync(path, 'utf8')).entries()) {
    const wrong = (what) => problems.push(`issue ${at}: ${what}`);
    for (const name of ['description', 'check_name', 'fingerprint', 'severity'])
      if (typeof issue[name] !== 'string' || issue[name] === '') wrong(`no ${name}`);
    if (!['info', 'minor', 'major', 'critical', 'blocker'].includes(issue.severity)) wrong(`severity ${issue.severity}`);
    if (typeof issue.location?.path !== 'string' || issue.location.path.startsWith('./')) wrong('no path');
    if (!Number.isInteger(issue.location?.lines?.begin) || issue.location.lines.begin < 1) wrong('no line');
    if (seen.has(issue.fingerprint)) wrong('a fingerprint twice');
    seen.add(issue.fingerprint);
  }
  return problems;
}

// As the runner reads them; at most ten of a level are shown.
function checkCommands(path) {
  const problems = [];
  const counts = {};
  const lines = readFileSync(path, 'utf8').split('\n');
  if (lines.pop() !== '') problems.push('the last line has no end');
  for (const [at, line] of lines.entries()) {
    const command = line.match(/^::(error|warning|notice) ([^:]*)::(.+)$/);
    if (!command) {
      problems.push(`line ${at + 1} is no command`);
      continue;
    }
    counts[command[1]] = (counts[command[1]] ?? 0) + 1;
    const properties = Object.fromEntries(command[2].split(',').map((property) => property.split('=', 2)));
    for (const name of ['file', 'line', 'col', 'title']) if (!properties[name]) problems.push(`line ${at + 1}: no ${name}`);
    if (/%(?!25|0A|0D|3A|2C)/.test(command[2] + command[3])) problems.push(`line ${at + 1}: a bare %`);
  }
  for (const [level, count] of Object.entries(counts)) if (count > 10) problems.push(`${count} commands of level ${level}`);
  return problems;
}

function checkLines(path) {
  const problems = [];
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
  for (const [at, line] of lines.entries())
    if (Object.keys(line).join() !== `type,${line.type}`) problems.push(`line ${at + 1}: ${Object.keys(line).join()}`);
  if (lines[0]?.run?.schema !== 'kijun.results/1') problems.push('the first line is no run');
  if (lines.slice(1).some((line) => line.type === 'run')) problems.push('a second run');
  return problems;
}

const checks = [
  { kind: 'sarif', knows: (text) => text.startsWith('{"$schema"') && text.includes('"runs"'), check: checkSarif,
    wrong: '{"$schema":"x","version":"2.1.0","runs":[{"tool":{"driver":{}},"results":[{"level":"bad"}]}]}\n' },
  { kind: 'junit', knows: (text) => /^<\?xml[^>]*>\s*<testsuites/.test(text), check: checkJunit,
    wrong: '<?xml version="1.0"?>\n<testsuites><testsuite name="a"/></testsuites>\n' },
  { kind: 'checkstyle', knows: (text) => /^<\?xml[^>]*>\s*<checkstyle/.test(text),
    check: (path) => checkXml(path, 'checkstyle.xsd'),
    wrong: '<?xml version="1.0"?>\n<checkstyle version="8.0"><file name="a"><error line="0"/></file></checkstyle>\n' },
  { kind: 'gitlab', knows: (text) => /^\[(\]|\n\{)/.test(text), check: checkGitlab,
    wrong: '[\n{"description":"a","severity":"bad","location":{}}\n]\n' },
  { kind: 'github', knows: (text) => text.startsWith('::'), check: checkCommands, wrong: '::error file=a::b\n::add-mask::c\n' },
  { kind: 'jsonl', knows: (text) => text.startsWith('{"type"'), check: checkLines, wrong: '{"type":"rule","rule":{}}\n' },
];

for (const { kind, knows, check, wrong } of checks) {
  const path = join(options.scratch, `wrong.${kind}`);
  writeFileSync(path, wrong);
  if (!knows(wrong)) fail(`the wrong file of ${kind} is not known as one`);
  if (check(path).length === 0) fail(`a wrong file of ${kind} is not refused`);
}

let failed = 0;
const counts = Object.fromEntries(checks.map(({ kind }) => [kind, 0]));
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const found = checks.find(({ knows }) => knows(text));
  if (!found) continue;
  ++counts[found.kind];
  const problems = found.check(file);
  if (problems.length === 0) continue;
  ++failed;
  console.error(`${file} (${found.kind}):`);
  for (const problem of problems.slice(0, 5)) console.error(`  ${problem}`);
}
for (const [kind, count] of Object.entries(counts)) if (count === 0) fail(`no file of ${kind} among ${files.length} files`);
console.error(`formats: ${Object.entries(counts).map(([kind, count]) => `${count} ${kind}`).join(', ')}; ${failed} wrong`);
process.exit(failed === 0 ? 0 : 1);
