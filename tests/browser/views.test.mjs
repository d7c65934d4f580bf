// The views of the gap report as a reader uses them: links, the filter, the keyboard, what can be taken away.
// `./dev browser` runs it; report_page.mjs says what it needs.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import {
  follow, goTo, launch, objections, openReport, output, phone, shot, shown, writeReport,
} from './report_page.mjs';

let browser;
let report;
let result;

before(async () => {
  report = writeReport('views', 'data/kanagawa/2018', '--out', `json=${output('views.json')}`);
  result = JSON.parse(readFileSync(output('views.json'), 'utf8'));
  browser = await launch();
});

after(() => browser?.close());

const open = (at, options = {}) => openReport(browser, report, { at, ...options });
const visibleSections = (page) =>
  page.locator('main > section:visible').evaluateAll((sections) => sections.map((section) => section.id));
const hash = (page) => page.evaluate(() => location.hash);
const resultsOf = (rule) => result.results.filter((entry) => entry.rule === rule);

test('opens each view by its address, with its title, and nothing else', async () => {
  const views = {
    '': ['summary', 'tasks'], '#/': ['summary', 'tasks'], '#/matrix': ['matrix'], '#/zones': ['zones'], '#/m': ['sheets'],
    '#/m/142115': ['sheets'], '#/r': ['rules'], '#/r/council.municipality': ['one-rule'],
    '#/m/142115/r/council.municipality': ['one-result'], '#/questions': ['questions'], '#/reading': ['readings'],
    '#/decisions': ['decisions'], '#/not-judged': ['not-judged'], '#/basis': ['basis'], '#/data': ['legend', 'definitions'],
    '#/provenance': ['provenance'], '#/groups': ['groups'],
    '#/g/zone/kensei': ['one-group'], '#/g/zone/kensei/r/council.zone': ['one-group-result'],
  };
  const { page, complaints, requests, close } = await open('');
  const titles = new Set();
  for (const [at, sections] of Object.entries(views)) {
    await goTo(page, at);
    assert.deepEqual(await visibleSections(page), sections, at);
    titles.add(await page.title());
  }
  assert.equal(titles.size, Object.keys(views).length - 1, 'views share a title');
  assert.deepEqual(complaints, []);
  assert.equal(requests.length, 1);
  await close();
});

test('says so where a link leads to no view', async () => {
  for (const at of ['#/m/999999', '#/r/no.such.rule', '#/nowhere', '#/m/142115/r/no.such.rule',
    '#/g/zone/nowhere', '#/g/zone/kensei/r/council.municipality', '#/g']) {
    const { page, close } = await open(at);
    assert.ok(await page.getByText('お探しの画面は、この報告書にありません。').isVisible(), at);
    assert.deepEqual(await visibleSections(page), ['summary', 'tasks'], at);
    await close();
  }
});

test('keeps the links of before working', async () => {
  for (const [at, section, text] of [
    ['#m-142115', 'sheets', '秦野市'], ['#r-council.municipality', 'one-rule', '市町村の協議の場の設置'],
    ['#f-m-142115-council.municipality', 'sheets', '秦野市'], ['#matrix', 'matrix', ''], ['#b-guideline', 'basis', ''],
    ['#t-prefecture', 'tasks', ''], ['#legend', 'legend', ''], ['#zone-kensei', 'zones', ''],
  ]) {
    const { page, close } = await open(at);
    assert.ok((await visibleSections(page)).includes(section), at);
    if (text !== '') assert.ok((await page.locator(`#${section} :is(h2, h3):visible`).first().innerText()).includes(text), at);
    await close();
  }
});

test('goes back and forth through views and takes the focus along', async () => {
  const { page, close } = await open('');
  await follow(page, page.getByRole('link', { name: '市町村別・ルール別の一覧' }));
  assert.equal(await hash(page), '#/matrix');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'h-matrix');
  await follow(page, page.locator('table.matrix tbody th a', { hasText: '秦野市' }));
  assert.equal(await hash(page), '#/m/142115');
  assert.match(await page.evaluate(() => document.activeElement.textContent), /秦野市/);
  assert.ok(!(await page.locator('#sheets > .index').isVisible()), 'other municipalities are listed over a sheet');
  await follow(page, page.locator('.sheet:visible .finding-head a').first());
  assert.match(await hash(page), /^#\/r\//);
  await page.goBack();
  await shown(page);
  assert.equal(await hash(page), '#/m/142115');
  assert.deepEqual(await visibleSections(page), ['sheets']);
  await page.goBack();
  await shown(page);
  await page.goBack();
  await shown(page);
  assert.deepEqual(await visibleSections(page), ['summary', 'tasks']);
  await page.goForward();
  await shown(page);
  assert.deepEqual(await visibleSections(page), ['matrix']);
  await close();
});

test('filters by what the address says and counts what is left', async () => {
  const { page, close } = await open('#/matrix?zone=kensei&verdict=unmet,undecided');
  const kensei = result.results.filter((entry) => ['unmet', 'undecided'].includes(entry.verdict));
  const shown = await page.locator('table.matrix tbody tr:visible th').allInnerTexts();
  const inZone = new Set(kensei.filter((entry) => entry.subject.kind === 'municipality').map((e) => e.subject.name.ja));
  assert.deepEqual(shown, ['南足柄市', '中井町', '開成町']);
  assert.ok(shown.every((name) => inZone.has(name)));
  assert.equal(await page.locator('.status [aria-live]').innerText(), '34団体のうち3団体を表示');
  assert.equal(await page.inputValue('#f-zone'), 'kensei');
  assert.ok(await page.isChecked('#f-v-undecided'));
  await page.getByRole('button', { name: '絞り込みを解除' }).click();
  assert.equal(await hash(page), '#/matrix');
  assert.equal(await page.locator('table.matrix tbody tr:visible').count(), 34);
  await close();
});

test('writes the filter into the address and keeps it from view to view', async () => {
  const { page, close } = await open('#/matrix');
  await page.locator('.control summary').first().click();
  await page.selectOption('#f-topic', 'council');
  await page.fill('#f-q', '秦野');
  assert.equal(decodeURIComponent(await hash(page)), '#/matrix?topic=council&q=秦野');
  assert.deepEqual(await page.locator('table.matrix tbody tr:visible th').allInnerTexts(), ['秦野市']);
  assert.equal(await page.locator('table.matrix .topic-row th:visible').count(), 2);
  await follow(page, page.getByRole('link', { name: '概要と対応' }));
  assert.match(decodeURIComponent(await hash(page)), /^#\/\?topic=council&q=秦野$/);
  assert.deepEqual(await page.locator('table.tasks tbody > tr:visible > th').allInnerTexts(), ['秦野市']);
  await follow(page, page.getByRole('link', { name: '照会事項', exact: true }));
  const sheets = await page.locator('.question-sheet:visible h3').allInnerTexts();
  assert.ok(sheets.length > 0 && sheets.every((heading) => heading.includes('秦野')), String(sheets));
  await follow(page, page.getByRole('link', { name: 'ルールの一覧' }));
  await page.fill('#f-q', '');
  assert.ok((await page.locator('table.rules tbody tr:visible td:nth-child(2)').allInnerTexts())
    .every((topic) => topic === '協議の場'));
  await close();
});

test('filters zones and tasks by actor', async () => {
  const { page, close } = await open('#/?actor=prefecture');
  assert.deepEqual(await page.locator('#tasks h3:visible').evaluateAll((all) => all.map(({ id }) => id)), ['t-prefecture']);
  await goTo(page, '#/zones?zone=kensei');
  assert.deepEqual(await page.locator('table.zones tbody tr:visible th').allInnerTexts(), ['県西', '計']);
  await close();
});

test('orders the matrix by gap and by likeness', async () => {
  const names = (page) => page.locator('table.matrix tbody th').allInnerTexts();
  const { page, close } = await open('#/matrix?sort=gap');
  const count = (code, verdict) =>
    result.results.filter((entry) => entry.subject.code === code && entry.verdict === verdict).length;
  const codes = await page.locator('table.matrix tbody th a').evaluateAll((links) => links.map((a) => a.hash.slice(3)));
  const gaps = codes.map((code) => [count(code, 'unmet'), count(code, 'undecided')]);
  for (let at = 1; at < gaps.length; ++at)
    assert.ok(gaps[at - 1][0] > gaps[at][0] || (gaps[at - 1][0] === gaps[at][0] && gaps[at - 1][1] >= gaps[at][1]), codes[at]);
  const byGap = await names(page);
  await goTo(page, '#/matrix?sort=similar');
  const similar = await names(page);
  assert.equal(similar[0], byGap[0]);
  assert.deepEqual([...similar].sort(), [...byGap].sort());
  assert.notDeepEqual(similar, byGap);
  await goTo(page, '#/matrix');
  assert.deepEqual((await names(page)).slice(0, 3), ['神奈川県', '横浜市', '川崎市']);
  await close();
});

test('shows every result of a rule as the JSON has them', async () => {
  for (const rule of ['council.municipality', 'council.prefecture_involved', 'council.zone']) {
    const own = resultsOf(rule);
    if (own.length === 0) continue;
    const { page, close } = await open(`#/r/${rule}`);
    const rows = await page.locator('#one-rule tbody tr').evaluateAll((all) => all.map((row) => [
      row.cells[0].querySelector('i[lang="ja"]')?.textContent ?? row.cells[0].textContent,
      row.querySelector('.mk').className.replace(/.*v-/, '')]));
    const expected = own.map((entry) => [entry.subject.name.ja, entry.verdict]);
    assert.deepEqual(rows.sort(), expected.sort(), rule);
    await close();
  }
});

test('shows a result with its answer, its place, its basis and how it was judged', async () => {
  const { page, close } = await open('#/m/142115/r/council.municipality');
  const card = await page.locator('#one-result').innerText();
  for (const part of ['秦野市', '目標未達', '協議の場の設置状況', '「×」', 'answers.csv:20:5', '児童福祉法', '2019年3月31日',
    'council == "established"', '秦野市障害者支援委員会の中で今後設置について協議していく', 'council.municipality'])
    assert.ok(card.includes(part), `${part} is not on the card`);
  await shot(page, 'view-card');
  await goTo(page, '#/m/141003/r/council.municipality');
  const passing = await page.locator('#one-result').innerText();
  for (const part of ['達成', '○', 'はい']) assert.ok(passing.includes(part), `${part} is not on the card of a pass`);
  await close();
});

test('shows the result of a zone in full, from the lists that hold it', async () => {
  const at = '#/g/zone/kensei/r/council.zone';
  for (const from of ['#/groups', '#/r/council.zone', '#/g/zone/kensei']) {
    const { page, complaints, close } = await open(from);
    await page.locator(`main > section:visible a[href="${at}"]`).first().click();
    await page.waitForSelector('#one-group-result:visible');
    assert.equal(await hash(page), at);
    const entry = resultsOf('council.zone').find(({ subject }) => subject.code === 'kensei');
    const text = await page.locator('#one-group-result').innerText();
    assert.ok(text.includes('判定保留'), 'the verdict is not on the card');
    for (const clause of entry.requirement.clauses)
      assert.ok(text.includes(`${clause.required.ja}。実績：${clause.measured.ja}`), clause.required.ja);
    assert.ok(text.includes('圏域の協議の場の確認'));
    const members = page.locator('#one-group-result .members a');
    assert.ok((await members.count()) > 1);
    assert.equal(await members.first().getAttribute('href'), '#/m/142069');
    assert.deepEqual(complaints, []);
    await close();
  }
});

test('leads from the table of zones to the results of one', async () => {
  const { page, complaints, close } = await open('#/zones');
  await page.locator('#zones a[href="#/g/zone/kensei"]').click();
  await page.waitForSelector('#one-group:visible');
  assert.ok((await page.locator('#one-group table.results tbody > tr').count()) > 0);
  assert.deepEqual(complaints, []);
  await close();
});

test('says what is required beside what was found, of failing and passing results', async () => {
  for (const outcome of ['fail', 'pass']) {
    const entry = resultsOf('council.municipality').find((each) => each.outcome === outcome);
    const { page, close } = await open(`#/m/${entry.subject.code}/r/council.municipality`);
    const text = await page.locator('#one-result').innerText();
    assert.equal(text.split('「設置済み」であること。実績：').length, 2, outcome);
    await close();
  }
});

test('shows what was answered at first beside its correction, and the year before', async () => {
  const folder = 'tests/fixtures/kakuu-facilities';
  const facilities = writeReport('facilities', `${folder}/2024`, '--rules', `${folder}/pack`);
  const card = async (at) => {
    const { page, complaints, close } = await openReport(browser, facilities, { at });
    const text = await page.locator('#one-result').innerText();
    assert.deepEqual(complaints, []);
    await close();
    return text;
  };
  const corrected = await card('#/m/9910000061/r/nurses.facility');
  for (const part of ['当初回答「1,020」→訂正後 20', '記入誤り', 'answers.csv:8:32'])
    assert.ok(corrected.includes(part), `${part} is not on the card`);
  assert.ok((await card('#/m/9910000012/r/plan.step_back')).includes('kakuu-facilities-2023'));
});

test('tells new findings from known ones where there is a baseline', async () => {
  const compared = 'tests/cli/baseline/expected/report.html';
  const { page, close } = await openReport(browser, compared, { at: '#/?baseline=new' });
  assert.deepEqual(await page.locator('#tasks tbody > tr:visible > th').allInnerTexts(), ['雲居町', '夢見村']);
  assert.equal(await page.inputValue('#f-baseline'), 'new');
  await goTo(page, '#/resolved');
  assert.ok((await page.locator('#resolved').innerText()).includes('月影市'));
  await close();
});

test('leads from a sheet to the results in full, those that pass too', async () => {
  const { page, close } = await open('#/m/142115');
  await follow(page, page.locator('.sheet:visible .finding .to-card a').first());
  assert.equal(await hash(page), '#/m/142115/r/council.municipality');
  await page.goBack();
  await shown(page);
  await page.locator('.all-results > summary').click();
  const verdicts = await page.locator('.all-results tbody tr .mk').evaluateAll((marks) =>
    marks.map((mark) => mark.className.replace(/.*v-/, '')));
  const own = result.results.filter((entry) => entry.subject.code === '142115').map((entry) => entry.verdict);
  assert.deepEqual(verdicts.sort(), own.sort());
  await close();
});

test('copies a link that opens the same in the same language', async () => {
  const { page, close } = await open('#/matrix?zone=kensei', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.click('label[for="lang-en"]');
  await page.locator('.control summary').nth(1).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('The link is copied.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /\?lang=en#\/matrix\?zone=kensei$/);
  await page.goto(link);
  await shown(page);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.locator('table.matrix tbody tr:visible').count(), 10);
  await close();
});

async function save(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  const file = output(download.suggestedFilename());
  await download.saveAs(file);
  return readFileSync(file, 'utf8');
}

test('saves what is shown as CSV and JSON', async () => {
  const { page, close } = await open('#/r/council.municipality?verdict=unmet');
  await page.locator('.control summary').nth(1).click();
  const csv = await save(page, 'CSVで保存');
  assert.equal(csv.charCodeAt(0), 0xfeff);
  const unmet = resultsOf('council.municipality').filter((entry) => entry.verdict === 'unmet');
  assert.equal(csv.trimEnd().split('\r\n').length, unmet.length + 1);
  const json = JSON.parse(await save(page, 'JSONで保存'));
  assert.deepEqual(json.results.map((entry) => [entry.code, entry.verdict]),
    unmet.map((entry) => [entry.subject.code, entry.verdict]));
  await goTo(page, '#/zones');
  const tables = JSON.parse(await save(page, 'JSONで保存')).tables;
  assert.equal(tables.length, 1);
  assert.equal(tables[0].rows.at(-1)[0], '計');
  await close();
});

test('follows the theme of the address and of the choice', async () => {
  const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const { page, close } = await open('#/?theme=dark');
  assert.equal(await background(page), 'rgb(26, 26, 26)');
  await page.locator('.control summary').nth(1).click();
  await page.selectOption('#f-theme', 'light');
  assert.equal(await background(page), 'rgb(255, 255, 255)');
  assert.equal(await hash(page), '#/?theme=light');
  await close();
});

test('can be used by keyboard alone', async () => {
  const { page, close } = await open('');
  await page.locator('.control summary').first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('鎌倉');
  assert.deepEqual(await page.locator('table.tasks tbody > tr:visible > th').allInnerTexts(), ['鎌倉市']);
  await page.locator('table.tasks tbody > tr:visible > th a').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash.startsWith('#/m/142042'));
  await close();
});

test('prints the view, or the whole report', async () => {
  const pdf = output('views.pdf');
  const print = async (page) => {
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout;
    return text.split('\f').slice(0, -1);
  };
  const { page, close } = await open('#/m/142115');
  const sheet = await print(page);
  assert.ok(sheet.length <= 2, `a sheet takes ${sheet.length} pages`);
  assert.ok(sheet.join('').includes('秦野市') && !sheet.join('').includes('清川村'));
  spawnSync('pdftoppm', ['-r', '70', '-png', pdf, output('../screenshots/print-sheet')]);
  await page.locator('.control summary').nth(1).click();
  await page.selectOption('#f-print', 'whole');
  const whole = await print(page);
  for (const name of ['横浜市', '清川村', '目標未達', '根拠の一覧', 'SHA-256'])
    assert.ok(whole.join('').includes(name), `${name} is not in the whole report`);
  assert.ok(whole.length > 30);
  assert.deepEqual(await visibleSections(page), ['sheets']);
  await close();
});

const mainViews = ['#/', '#/matrix', '#/m/142115', '#/r/council.municipality', '#/m/142115/r/council.municipality',
  '#/questions'];
const otherViews = ['#/zones', '#/m', '#/r', '#/groups', '#/reading', '#/not-judged', '#/decisions', '#/basis', '#/data',
  '#/provenance'];

async function objectionsAt(at, options) {
  const { page, close } = await open(at, options);
  const found = await objections(page);
  await close();
  return found;
}

for (const colorScheme of ['light', 'dark'])
  for (const lang of ['ja', 'en'])
    test(`has nothing that axe objects to in ${lang}, ${colorScheme}`, async () => {
      for (const at of [...mainViews, ...(lang === 'ja' && colorScheme === 'light' ? otherViews : [])])
        assert.deepEqual(await objectionsAt(`?lang=${lang}${at}`, { colorScheme }), [], at);
    });

test('has nothing that axe objects to on a phone', async () => {
  for (const at of ['#/', '#/matrix', '#/zones', '#/m/142115/r/council.municipality'])
    assert.deepEqual(await objectionsAt(at, { viewport: phone }), [], at);
});

test('is looked at', async () => {
  for (const [name, at] of Object.entries({
    home: '', matrix: '#/matrix', rule: '#/r/council.municipality', sheet: '#/m/142115', rules: '#/r',
  })) {
    for (const [width, viewport] of Object.entries({ desktop: undefined, phone })) {
      const { page, close } = await open(at, viewport ? { viewport } : {});
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= window + 1, `${name} is ${content} px wide on ${window} px`);
      await shot(page, `view-${name}-${width}`);
      await close();
    }
  }
});
