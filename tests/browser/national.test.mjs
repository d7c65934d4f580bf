// A page of the size of the country, whose matrix the script draws. `./dev browser` runs it; report_page.mjs says what it
// needs.

import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { numAreas, numRules, writeNationalSurvey } from './national_survey.mjs';
import { goTo, launch, objections, openReport, output, phone, shot, shown, writeReport } from './report_page.mjs';

let browser;
let report;

before(async () => {
  const { survey, pack } = writeNationalSurvey(output('national'));
  report = writeReport('national', survey, '--rules', pack);
  browser = await launch();
});

after(() => browser?.close());

const open = (at, options = {}) => openReport(browser, report, { at, ...options });

test('stays under 8 MB', () => {
  const megabytes = statSync(report).size / 1e6;
  assert.ok(megabytes < 8, `the page has ${megabytes} MB`);
});

test('opens, asks for nothing, and holds every verdict', async () => {
  const { page, complaints, requests, close } = await open('');
  const size = await page.evaluate(() => {
    const { rows } = JSON.parse(document.getElementById('kijun-data').textContent);
    return [rows.length, rows[0].length];
  });
  assert.deepEqual(size, [numAreas, numRules]);
  assert.equal(requests.length, 1);
  assert.deepEqual(complaints, []);
  await shot(page, 'national-home');
  await close();
});

test('reads out the cell under the cursor and opens it', async () => {
  const { page, close } = await open('#/matrix');
  await page.locator('.drawn').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const second = await page.locator('.read-out').innerText();
  assert.match(second, /^架空第2地区 架空の基準その6 /);
  assert.match(second, /達成|目標未達|留意|判定保留/);
  await page.keyboard.press('Control+End');
  assert.match(await page.locator('.read-out').innerText(), new RegExp(`^架空第${numAreas}地区 `));
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#one-result:visible');
  assert.equal(await page.evaluate(() => location.hash), '#/m/100000/r/rule.r0');
  await page.goBack();
  await shown(page);
  await shot(page, 'national-matrix', false);
  await close();
});

test('opens a table by the name of a row or column, and a result by two clicks', async () => {
  const { page, close } = await open('#/matrix');
  const canvas = page.locator('.drawn canvas');
  for (const [position, clickCount, address] of [
    [{ x: 40, y: 176 + 36 }, 1, '#/m/100001'], [{ x: 136 + 36, y: 160 }, 1, '#/r/rule.r6'],
    [{ x: 136 + 36, y: 176 + 60 }, 2, '#/m/100002/r/rule.r6'],
  ]) {
    await canvas.click({ position, clickCount });
    await page.waitForFunction((to) => location.hash === to, address);
    await shown(page);
    await page.goBack();
    await shown(page);
  }
  await close();
});

test('draws something in every part of the matrix', async () => {
  for (const scheme of ['light', 'dark']) {
    const { page, close } = await open('#/matrix', { colorScheme: scheme });
    const colours = await page.evaluate(() => {
      const canvas = document.querySelector('.drawn canvas');
      const pen = canvas.getContext('2d');
      const count = (x, y, width, height) => {
        const { data: dots } = pen.getImageData(x, y, width, height);
        return new Set(new Uint32Array(dots.buffer)).size;
      };
      return [count(0, 200, 100, 200), count(140, 0, 400, 170), count(140, 180, 400, 200)];
    });
    assert.ok(colours.every((number) => number > 2), String(colours));
    await close();
  }
});

test('has tables of one area and of one rule that say the same', async () => {
  const { page, close } = await open('#/m/100003');
  assert.equal(await page.locator('#one-subject tbody tr').count(), numRules);
  const cell = await page.locator('#one-subject tbody tr', { hasText: '架空の基準その7' }).first().innerText();
  await goTo(page, '#/r/rule.r7');
  assert.equal(await page.locator('#one-rule table.results tbody tr').count(), numAreas);
  const row = await page.locator('#one-rule table.results tbody tr', { hasText: '架空第4地区' }).first().innerText();
  for (const word of ['達成', '目標未達', '留意', '判定保留']) assert.equal(cell.includes(word), row.includes(word), word);
  await close();
});

test('says with each failing result what is measured and what is asked for', async () => {
  const { page, close } = await open('#/r/rule.r21?verdict=unmet');
  const rows = await page.locator('#one-rule table.results tbody tr').evaluateAll((all) =>
    all.map((row) => [row.cells[0].innerText, row.cells[2].innerText]));
  assert.ok(rows.length > 100);
  for (const [name, message] of rows) assert.match(message, new RegExp(`^${name}の項目1は\\d+で、22に届いていません。$`));
  await close();
});

test('filters the drawn matrix', async () => {
  const { page, close } = await open('#/matrix?zone=hokubu&topic=topic2');
  assert.equal(await page.locator('.status [aria-live]').innerText(), '1741地区のうち581地区を表示');
  await page.locator('.drawn').focus();
  await page.keyboard.press('ArrowDown');
  assert.match(await page.locator('.read-out').innerText(), /^架空第4地区 架空の基準その2 /);
  await close();
});

test('has nothing that axe objects to', async () => {
  for (const at of ['#/', '#/matrix', '#/m/100003']) {
    const { page, close } = await open(at);
    assert.deepEqual(await objections(page), [], at);
    await close();
  }
});

test('can be read without JavaScript as far as its numbers go', async () => {
  const { page, close } = await open('', { javaScriptEnabled: false });
  const text = await page.locator('body').innerText();
  for (const part of ['目標未達', '架空の基準その299', '北部', 'SHA-256']) assert.ok(text.includes(part), `${part} cannot be read`);
  await close();
});

test('fits a phone', async () => {
  const { page, close } = await open('#/matrix', { viewport: phone });
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= window + 1, `the page is ${content} px wide on ${window} px`);
  await shot(page, 'national-phone', false);
  await close();
});
