// What `kijun report` prints to PDF by the machine's Chromium, read back as text, and the result sheets, which hold the data
// of one record each. `./dev browser` runs it; the environment says where things are:
//   KIJUN          the program
//   KIJUN_OUTPUT   a folder for what it writes

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';

const { KIJUN, KIJUN_OUTPUT } = process.env;
const survey = 'data/kanagawa/2018';
const folder = path.resolve(KIJUN_OUTPUT, 'print');

function kijun(args, environment = {}) {
  return spawnSync(KIJUN, args, { encoding: 'utf8', env: { ...process.env, ...environment } });
}

function read(program, ...args) {
  const run = spawnSync(program, args, { encoding: 'utf8' });
  assert.equal(run.status, 0, `${program} ${args.join(' ')}: ${run.stderr}`);
  return run.stdout;
}

const numPages = (pdf) => Number(/^Pages:\s+(\d+)$/m.exec(read('pdfinfo', pdf))[1]);
const textOf = (pdf) => read('pdftotext', '-layout', pdf, '-');

before(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
});

test('the paper for the council is one page', () => {
  const pdf = path.join(folder, 'council.pdf');
  const run = kijun(['report', 'council', survey, '--created', '2019-04-05', '--out', `pdf=${pdf}`]);
  assert.equal(run.status, 0, run.stderr);
  assert.equal(numPages(pdf), 1);
  assert.match(textOf(pdf), /総括[\s\S]*33市町村のうち17市町村が目標未達/);
});

test('the whole report has every section, numbered pages and the dates on each', () => {
  const pdf = path.join(folder, 'report.pdf');
  const run = kijun(['report', 'results', survey, '--out', `pdf=${pdf}`]);
  assert.equal(run.status, 0, run.stderr);
  const pages = textOf(pdf).split('\f').slice(0, -1);
  assert.equal(pages.length, numPages(pdf));
  pages.forEach((page, at) => {
    assert.ok(page.includes(`${at + 1} / ${pages.length}`), `page ${at + 1} has no number`);
    assert.ok(page.includes('判定日 2019年3月31日'), `page ${at + 1} has no date`);
    assert.ok(page.includes('mcare 1.0.0'), `page ${at + 1} names no ruleset`);
  });
  const text = pages.join('');
  for (const heading of ['対応を要する事項', 'タイル地図', '圏域別の状況', '照会事項', '根拠の一覧', '資料の出所'])
    assert.ok(text.includes(heading), `no ${heading}`);
});

test('a result sheet holds one record alone, on few pages', () => {
  const run = kijun(['report', 'results', survey, '--sheets', `html=${folder}/html`, '--sheets', `pdf=${folder}/pdf`,
    '--for', '秦野市', '--for', '清川村']);
  assert.equal(run.status, 0, run.stderr);
  assert.deepEqual(readdirSync(path.join(folder, 'html')).sort(), ['m-142115.html', 'm-144029.html']);
  const html = readFileSync(path.join(folder, 'html', 'm-142115.html'), 'utf8');
  assert.ok(html.includes('秦野市障害者支援委員会の中で今後設置について協議していく'));
  for (const other of ['平塚市', '清川村', '鎌倉市', '横浜市', '湘南西部圏域重症心身障害児者'])
    assert.ok(!html.includes(other), `names ${other}`);
  const pdf = path.join(folder, 'pdf', 'm-142115.pdf');
  assert.ok(numPages(pdf) <= 4, `${numPages(pdf)} pages`);
  assert.match(textOf(pdf), /秦野市[\s\S]*目標未達[\s\S]*照会事項[\s\S]*凡例/);
});

test('every record has a sheet when none is named', () => {
  const run = kijun(['report', 'results', survey, '--quiet', '--sheets', `html=${folder}/all`]);
  assert.equal(run.status, 0, run.stderr);
  assert.equal(readdirSync(path.join(folder, 'all')).length, 34);
});

test('without a browser it says how to print, and writes nothing', () => {
  const pdf = path.join(folder, 'none.pdf');
  const run = kijun(['report', 'council', survey, '--lang', 'en', '--out', `pdf=${pdf}`], { PATH: '/nowhere' });
  assert.equal(run.status, 2);
  assert.match(run.stderr, /no Chromium to make a PDF with was found; install `chromium`, or write html/);
  assert.ok(!readdirSync(folder).includes('none.pdf'));
});
