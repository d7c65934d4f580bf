// A page of the largest prefecture, which is folded to stay small: it opens as any other, and says what it lacks where it
// cannot be unfolded. `./dev browser` runs it; report_page.mjs says what it needs.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { municipalities, numMunicipalities, writeLargePrefecture } from './large_prefecture.mjs';
import { goTo, launch, objections, openReport, output, shot, shown, writeReport } from './report_page.mjs';

const numRecords = numMunicipalities + 1; // with the prefecture itself
const [, , third] = municipalities;

let browser;
let report;
let result;

before(async () => {
  const survey = writeLargePrefecture(output('large-prefecture'));
  report = writeReport('large-prefecture', survey, '--rules', 'rules/mcare', '--out', `json=${output('large-prefecture.json')}`);
  result = JSON.parse(readFileSync(output('large-prefecture.json'), 'utf8'));
  browser = await launch();
});

after(() => browser?.close());

async function open(at, options = {}) {
  const opened = await openReport(browser, report, { at, ...options });
  await shown(opened.page);
  return opened;
}
const resultsOf = (code) => result.results.filter((entry) => entry.subject.code === code);

test('stays under 3 MB', () => {
  const megabytes = statSync(report).size / 1e6;
  assert.ok(megabytes < 3, `the page has ${megabytes} MB`);
});

test('has findings for about as many records as a real survey', () => {
  const unmet = new Set(result.results.filter(({ verdict }) => verdict === 'unmet').map(({ subject }) => subject.code));
  assert.ok(unmet.size > numRecords / 3 && unmet.size < numRecords, `${unmet.size} of ${numRecords}`);
});

test('unfolds by itself, asks for nothing and complains about nothing', async () => {
  const { page, complaints, requests, close } = await open('');
  assert.equal(await page.locator('.folded').count(), 0);
  assert.equal(await page.locator('#unfolding-failed').count(), 0);
  assert.equal(await page.locator('article.sheet').count(), numRecords);
  assert.ok(await page.locator('#summary').isVisible());
  assert.equal(requests.length, 1);
  assert.deepEqual(complaints, []);
  await shot(page, 'large-home', false);
  await close();
});

test('opens every address that it opens when nothing is folded', async () => {
  const [finding] = resultsOf(third.code).filter(({ verdict }) => verdict === 'unmet');
  for (const [at, section, text] of [
    [`#/m/${third.code}`, 'sheets', third.name], [`#m-${third.code}`, 'sheets', third.name],
    [`#f-m-${finding.subject.code}-${finding.rule}`, 'sheets', third.name],
    [`#/m/${third.code}/r/${finding.rule}`, 'one-result', third.name],
  ]) {
    const { page, complaints, close } = await open(at);
    assert.ok((await page.locator(`#${section} :is(h2, h3):visible`).first().innerText()).includes(text), at);
    assert.ok((await page.evaluate(() => document.activeElement.textContent)).includes(text), `the focus stays behind at ${at}`);
    assert.deepEqual(complaints, [], at);
    await close();
  }
});

test('shows with a sheet its answers, and with a card how it was judged', async () => {
  const { page, close } = await open(`#/m/${third.code}`);
  const sheet = await page.locator('.sheet:visible').innerText();
  for (const part of [third.name, third.code, '協議の場', 'answers.csv:'])
    assert.ok(sheet.includes(part), `${part} is not on the sheet`);
  const [own] = resultsOf(third.code).filter(({ rule }) => rule === 'council.municipality');
  await goTo(page, `#/m/${third.code}/r/${own.rule}`);
  const card = await page.locator('#one-result').innerText();
  for (const part of ['council == "established"', '児童福祉法', 'council.municipality'])
    assert.ok(card.includes(part), `${part} is not on the card`);
  await shot(page, 'large-card', false);
  await close();
});

test('has a matrix of words under their marks', async () => {
  const { page, close } = await open('#/matrix?sort=gap');
  assert.equal(await page.locator('table.matrix tbody tr').count(), numRecords);
  const numColumns = await page.evaluate(() => JSON.parse(document.getElementById('kijun-data').textContent).columns.length);
  assert.ok(numColumns >= 28);
  assert.equal(await page.locator('table.matrix tbody tr:first-child > *').count(), numColumns + 1);
  const words = { ja: { met: '達成', unmet: '目標未達' }, en: { met: 'met', unmet: 'unmet' } };
  const marks = { ja: { met: '達', unmet: '未' }, en: { met: 'M', unmet: 'U' } };
  for (const lang of ['ja', 'en']) {
    await page.click(`label[for="lang-${lang}"]`);
    for (const verdict of ['met', 'unmet']) {
      const mark = page.locator(`table.matrix td .v-${verdict}`).first();
      assert.equal(await mark.innerText(), words[lang][verdict]);
      const drawn = await mark.evaluate((element) => getComputedStyle(element, '::before').content);
      assert.match(drawn, new RegExp(`^"${marks[lang][verdict]}"`));
    }
  }
  const copied = await page.evaluate(() => {
    const row = document.querySelector('table.matrix tbody tr');
    getSelection().selectAllChildren(row);
    return getSelection().toString();
  });
  assert.match(copied, /\b(met|unmet|undecided)\b/);
  assert.doesNotMatch(copied, /達成|未達/);
  await shot(page, 'large-matrix', false);
  await close();
});

test('prints a sheet, or everything', async () => {
  const pdf = output('large-prefecture.pdf');
  const print = async (page) => {
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    return spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1e8 }).stdout.split('\f').slice(0, -1);
  };
  const { page, close } = await open(`#/m/${third.code}`);
  const sheet = await print(page);
  assert.ok(sheet.length <= 3 && sheet.join('').includes(third.name), `a sheet takes ${sheet.length} pages`);
  await page.locator('.control summary').nth(1).click();
  await page.selectOption('#f-print', 'whole');
  const whole = await print(page);
  assert.ok(whole.length > numRecords, `${whole.length} pages`);
  const text = whole.join('');
  for (const { name } of [municipalities.at(0), municipalities.at(-1)]) assert.ok(text.includes(name), `${name} is not on paper`);
  await close();
});

// In place of Chromium, which takes its time: what is printed is the page it is given.
const copyingPrinter = `#!/bin/sh
for word; do
  case $word in
    --print-to-pdf=*) pdf=\${word#*=} ;;
    file://*) page=\${word#file://} ;;
  esac
done
{ printf '%%PDF-'; cat "$page"; } >"$pdf"
`;

test('is printed to PDF with everything in its place, since the printer runs no script', () => {
  const folder = output('printer');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'chromium'), copyingPrinter, { mode: 0o755 });
  const pdf = output('large-prefecture-results.pdf');
  const run = spawnSync(process.env.KIJUN, ['report', 'results', output('large-prefecture/survey'), '--rules', 'rules/mcare',
    '--out', `pdf=${pdf}`], { encoding: 'utf8', env: { ...process.env, PATH: `${folder}:${process.env.PATH}` } });
  assert.equal(run.status, 0, run.stderr);
  const page = readFileSync(pdf, 'utf8');
  assert.equal(page.match(/<article class="sheet"/g).length, numRecords);
  assert.ok(!page.includes('class="folded"'));
});

test('saves what is shown', async () => {
  const { page, close } = await open('#/r/council.municipality?verdict=unmet');
  await page.locator('.control summary').nth(1).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'JSONで保存' }).click()]);
  const file = output(download.suggestedFilename());
  await download.saveAs(file);
  const saved = JSON.parse(readFileSync(file, 'utf8')).results;
  const own = result.results.filter(({ rule, verdict }) => rule === 'council.municipality' && verdict === 'unmet');
  assert.equal(saved.length, own.length);
  assert.ok(saved.every(({ message }) => message !== ''), 'a finding says nothing');
  await close();
});

test('has nothing that axe objects to', async () => {
  for (const at of [`#/m/${third.code}`, `#/m/${third.code}/r/council.municipality`]) {
    const { page, close } = await open(at);
    assert.deepEqual(await objections(page), [], at);
    await close();
  }
});

const onThePage = ['#summary', '#tasks', '#matrix', '#zones', '#questions', '#legend'];

async function readsWithoutSheets(page) {
  for (const section of onThePage) assert.ok((await page.locator(section).innerText()).length > 200, `${section} is empty`);
  assert.ok((await page.locator('#tasks').innerText()).includes(third.name));
  assert.equal(await page.locator('table.matrix tbody tr').count(), numRecords);
  const place = await page.locator('#sheets').innerText();
  assert.match(place, /市町村別結果票は圧縮して収めてあり.*kijun report results … --sheets html=/s);
}

test('without JavaScript has everything but the sheets, and says how to get them', async () => {
  const { page, close } = await openReport(browser, report, { javaScriptEnabled: false });
  await readsWithoutSheets(page);
  assert.ok(!(await page.locator('#unfolding-failed').isVisible()));
  await close();
});

test('says so in a browser that cannot unfold it, and is read as without JavaScript', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => { delete window.DecompressionStream; });
  await page.goto(pathToFileURL(report).href);
  const notice = page.locator('#unfolding-failed');
  await notice.waitFor({ state: 'visible' });
  assert.match(await notice.innerText(), /展開できない/);
  await readsWithoutSheets(page);
  await page.click('label[for="lang-en"]');
  assert.match(await notice.innerText(), /cannot unpack/);
  await context.close();
});
