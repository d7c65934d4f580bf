// The HTML gap report as a reader meets it: in Chromium, from a file, with and without JavaScript, on screen and on
// paper. `./dev browser` runs it; report_page.mjs says what it needs.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { desktop, launch, openReport, output, phone, shot, writeReport } from './report_page.mjs';

const kana = /[\u3040-\u30ff]/;

let browser;
let report;
let address;

before(async () => {
  report = writeReport('report', 'data/kanagawa/2018');
  address = pathToFileURL(report).href;
  browser = await launch();
});

after(() => browser?.close());

const open = (options = {}) => openReport(browser, report, options);
const lang = (page) => page.locator('html').getAttribute('lang');

async function visibleHeadings(page) {
  const headings = await page.locator('h1, h2, h3').all();
  const texts = [];
  for (const heading of headings) {
    if (await heading.isVisible()) texts.push((await heading.innerText()).trim());
  }
  return texts;
}

test('asks for nothing but itself and complains about nothing', async () => {
  const { page, requests, complaints, close } = await open();
  await page.waitForLoadState('networkidle');
  assert.deepEqual(requests.filter((url) => url !== address && !url.startsWith('data:')), []);
  assert.deepEqual(complaints, []);
  await shot(page, 'report-ja');
  await close();
});

test('holds no reference to another host or file', () => {
  const html = readFileSync(report, 'utf8');
  const references = [...html.matchAll(/(?:src|srcset|action|@import|url\()\s*=?\s*["'(]?(https?:)?\/\/[^"')\s]+/g)];
  assert.deepEqual(references.map((match) => match[0]), []);
});

test('can be read without JavaScript', async () => {
  const { page, close } = await open({ javaScriptEnabled: false });
  assert.equal(await lang(page), 'ja');
  const headings = await visibleHeadings(page);
  assert.ok(headings.length >= 5, `only ${headings.length} headings are visible`);
  assert.ok((await page.locator('table:visible').count()) >= 3, 'too few tables are visible');
  const text = await page.locator('body').innerText();
  for (const name of ['横浜市', '鎌倉市', '清川村', '目標未達', '判定保留']) {
    assert.ok(text.includes(name), `${name} cannot be read`);
  }
  await shot(page, 'report-no-javascript');
  await close();
});

test('switches between Japanese and English and back, by mouse and by keyboard', async () => {
  const { page, complaints, close } = await open();
  const japanese = await visibleHeadings(page);
  assert.equal(await lang(page), 'ja');
  await page.click('label[for="lang-en"]');
  assert.equal(await lang(page), 'en');
  const english = await visibleHeadings(page);
  assert.equal(english.length, japanese.length);
  assert.deepEqual(english.filter((heading) => kana.test(heading)), [], 'headings left in Japanese');
  await shot(page, 'report-en');
  await page.locator('#lang-en').focus();
  await page.keyboard.press('ArrowLeft');
  assert.equal(await lang(page), 'ja');
  assert.deepEqual(await visibleHeadings(page), japanese);
  assert.deepEqual(complaints, []);
  await close();
});

test('has one first heading, no skipped level, unique ids and links that lead somewhere', async () => {
  const { page, close } = await open();
  const found = await page.evaluate(() => {
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((h) => Number(h.tagName[1]));
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    const links = [...document.querySelectorAll('a[href^="#"]')].map((a) => decodeURIComponent(a.hash.slice(1)));
    return {
      firsts: levels.filter((level) => level === 1).length,
      skipped: levels.filter((level, i) => i > 0 && level > levels[i - 1] + 1).length,
      repeated: ids.filter((id, i) => ids.indexOf(id) !== i),
      dangling: links.filter((target) => !/^(\/.*)?$/.test(target) && !document.getElementById(target)),
      bareTables: [...document.querySelectorAll('table')].filter(
        (table) => !table.querySelector('th[scope]') && !table.querySelector('thead th'),
      ).length,
    };
  });
  assert.deepEqual(found, { firsts: 1, skipped: 0, repeated: [], dangling: [], bareTables: 0 });
  await close();
});

for (const [name, viewport] of Object.entries({ desktop, phone })) {
  test(`fits the width of a ${name}`, async () => {
    const { page, close } = await open({ viewport });
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(content <= window + 1, `the page is ${content} px wide on ${window} px`);
    await shot(page, `report-${name}`);
    await close();
  });
}

test('can be read in dark mode', async () => {
  const { page, complaints, close } = await open({ colorScheme: 'dark' });
  await shot(page, 'report-dark');
  assert.deepEqual(complaints, []);
  await close();
});

test('prints on A4 with its text', async () => {
  const { page, close } = await open();
  const title = (await page.locator('h1').innerText()).replace(/\s/g, '');
  const pdf = output('report.pdf');
  await page.pdf({ path: pdf, preferCSSPageSize: true, format: 'A4' });
  await close();

  const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  assert.equal(text.status, 0, text.stderr);
  const pages = text.stdout.split('\f').slice(0, -1);
  assert.ok(pages.join('').replace(/\s/g, '').includes(title), 'the title is not on paper');
  for (const name of ['横浜市', '清川村', '目標未達', '判定保留']) {
    assert.ok(text.stdout.includes(name), `${name} is not on paper`);
  }
  assert.deepEqual(pages.flatMap((page, i) => (page.trim() === '' ? [i + 1] : [])), [], 'empty pages');

  const info = spawnSync('pdfinfo', [pdf], { encoding: 'utf8' }).stdout;
  const [, width, height] = info.match(/Page size:\s+([\d.]+) x ([\d.]+)/);
  const sides = [Math.round(width), Math.round(height)].sort((a, b) => a - b);
  assert.ok(Math.abs(sides[0] - 595) <= 1 && Math.abs(sides[1] - 842) <= 1, `page size ${width} x ${height}`);
  spawnSync('pdftoppm', ['-r', '70', '-png', '-l', '3', pdf, output('../screenshots/print')]);
});
