// The page for the council as its readers meet it: in Chromium, from a file, on screen and on paper. `./dev browser` runs
// it; the environment says where things are:
//   KIJUN          the program, which writes the pages
//   KIJUN_OUTPUT   a folder for the pages and their PDFs
//   KIJUN_MODULES  the folder that holds node_modules/playwright-core
//   KIJUN_SHOTS    a folder for screenshots

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const { KIJUN, KIJUN_OUTPUT, KIJUN_MODULES, KIJUN_SHOTS } = process.env;
const { chromium } = createRequire(path.join(path.resolve(KIJUN_MODULES), 'any.js'))('playwright-core');

const surveys = [
  { name: 'kanagawa-2018', folder: 'data/kanagawa/2018', rules: 'rules/mcare', shows: ['横浜市', '清川村', '平成31年度に設置予定'] },
  { name: 'kakuu-2021', folder: 'tests/fixtures/kakuu-years/2021', rules: 'rules/mcare', shows: ['北部', '比較なし'] },
  { name: 'kakuu-2024', folder: 'tests/fixtures/kakuu-years/2024', rules: 'rules/mcare', shows: ['夢見市', '比較なし'] },
];
const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const kana = /[\u3040-\u30ff]/;

let browser;
const fileOf = (survey) => path.resolve(KIJUN_OUTPUT, `council-${survey.name}.html`);

before(async () => {
  mkdirSync(KIJUN_OUTPUT, { recursive: true });
  mkdirSync(KIJUN_SHOTS, { recursive: true });
  for (const survey of surveys) {
    const args = ['report', 'council', survey.folder, '--rules', survey.rules, '--created', '2019-04-05'];
    const run = spawnSync(KIJUN, [...args, '--out', `html=${fileOf(survey)}`], { encoding: 'utf8' });
    assert.equal(run.status, 0, `kijun report council ${survey.folder}: exit ${run.status}\n${run.stderr}`);
  }
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
});

after(() => browser?.close());

async function open(survey, options = {}) {
  const context = await browser.newContext({ viewport: desktop, ...options });
  const page = await context.newPage();
  const requests = [];
  const complaints = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(pathToFileURL(fileOf(survey)).href);
  return { page, requests, complaints, close: () => context.close() };
}

// Prints and gives the text of every page.
async function print(page, name) {
  const pdf = path.resolve(KIJUN_OUTPUT, `${name}.pdf`);
  await page.pdf({ path: pdf, preferCSSPageSize: true, format: 'A4' });
  const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  assert.equal(text.status, 0, text.stderr);
  const info = spawnSync('pdfinfo', [pdf], { encoding: 'utf8' }).stdout;
  const [, width, height] = info.match(/Page size:\s+([\d.]+) x ([\d.]+)/);
  spawnSync('pdftoppm', ['-r', '110', '-png', pdf, path.join(KIJUN_SHOTS, name)]);
  return { pages: text.stdout.split('\f').slice(0, -1), width: Number(width), height: Number(height) };
}

for (const survey of surveys) {
  for (const language of ['ja', 'en']) {
    test(`${survey.name} in ${language} is one upright A4 sheet`, async () => {
      const { page, close } = await open(survey);
      if (language === 'en') await page.click('label[for="lang-en"]');
      const { pages, width, height } = await print(page, `council-${survey.name}-${language}`);
      await close();
      assert.equal(pages.length, 1, `${pages.length} pages`);
      assert.ok(Math.abs(width - 595) <= 1 && Math.abs(height - 842) <= 1, `page size ${width} x ${height}`);
      const text = pages[0].replace(/\s/g, '');
      if (language === 'ja') {
        for (const words of [...survey.shows, '速報・確定の別', '回答時点', '判定日', '作成日', '決裁', '達成率', '未回答'])
          assert.ok(text.includes(words), `${words} is not on paper`);
      } else {
        for (const words of ['Status', 'Answersasof', 'Judgedasof', 'Created', 'Approval', 'Oftarget', 'Unanswered'])
          assert.ok(text.includes(words), `${words} is not on paper`);
      }
    });
  }

  test(`${survey.name} asks for nothing but itself, and reads without JavaScript`, async () => {
    const { page, requests, complaints, close } = await open(survey);
    await page.waitForLoadState('networkidle');
    assert.equal(requests.length, 1);
    assert.deepEqual(complaints, []);
    await page.screenshot({ path: path.join(KIJUN_SHOTS, `council-${survey.name}.png`), fullPage: true });
    await close();
    const plain = await open(survey, { javaScriptEnabled: false });
    for (const words of survey.shows) assert.ok((await plain.page.locator('body').innerText()).includes(words), words);
    await plain.close();
  });
}

test('holds both languages, with every heading in the one that is chosen', async () => {
  const { page, close } = await open(surveys[0]);
  const headings = async () => (await page.locator('h2:visible, thead th:visible').allInnerTexts()).map((t) => t.trim());
  const japanese = await headings();
  await page.click('label[for="lang-en"]');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  const english = await headings();
  assert.equal(english.length, japanese.length);
  assert.deepEqual(english.filter((heading) => kana.test(heading)), []);
  await close();
});

test('quotes a note unaltered in its own language', async () => {
  const { page, close } = await open(surveys[0]);
  await page.click('label[for="lang-en"]');
  const quotes = await page.locator('#doubtful q').allTextContents();
  assert.ok(quotes.includes('平成30年度準備会開催\n平成31年度に設置予定'), quotes.join(' | '));
  for (const quote of await page.locator('#doubtful q').all()) assert.equal(await quote.getAttribute('lang'), 'ja');
  await close();
});

test('fits a phone: only tables scroll sideways', async () => {
  const { page, close } = await open(surveys[0], { viewport: phone });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= phone.width, `${width} px wide`);
  await page.screenshot({ path: path.join(KIJUN_SHOTS, 'council-phone.png'), fullPage: true });
  await close();
});
