// A made-up survey of the size of the country: 1,741 areas of 架空県 and 300 rules. It is written when the tests run and
// is the same each time; nothing in it is about any real municipality.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const numAreas = 1741;
export const numRules = 300;
const numFields = 20;

// A small linear congruential generator: the same numbers on every machine.
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const field = (at) => `[[field]]
id = "item${at}"
label = { ja = "項目${at}", en = "Item ${at}" }
type = "int"
role = "fact"
kinds = ["area"]
`;

const rule = (at) => `[[rule]]
id = "rule.r${at}"
title = { ja = "架空の基準その${at}", en = "Made-up standard ${at}" }
kind = "policy"
topic = "topic${at % 6}"
actor = "area"
for_each = "area"
require = "item${at % numFields} >= ${1 + (at % 25)}"
severity = "${at % 3 === 0 ? 'error' : 'warning'}"
message = { ja = "{name}の項目${at % numFields}は{item${at % numFields}}で、${1 + (at % 25)}に届いていません。", en = "Item ${at % numFields} of {name} is {item${at % numFields}}, below ${1 + (at % 25)}." }
`;

const heading = (kind, id, ja, en) => `[[${kind}]]\nid = "${id}"\ntitle = { ja = "${ja}", en = "${en}" }\n`;

const range = (count) => Array.from({ length: count }, (_, at) => at);

function writePack(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'pack.toml'), `[pack]
id = "kakuu-areas"
version = "1.0.0"
title = { ja = "架空県 地区の基準", en = "Rules for areas of Kakuu Prefecture" }
vocabulary = "fields.toml"
editions = ["areas.toml"]
`);
  writeFileSync(path.join(folder, 'fields.toml'),
    `[vocabulary]\nid = "kakuu-areas"\ntitle = { ja = "架空県 地区の項目", en = "Fields of areas" }\n` +
      range(numFields).map(field).join(''));
  writeFileSync(path.join(folder, 'areas.toml'), `[ruleset]
id = "kakuu-areas-1"
title = { ja = "架空県 地区の基準", en = "Rules for areas" }
fiscal_years = { from = 2024, to = 2024 }
` + range(6).map((at) => heading('topic', `topic${at}`, `分野${at}`, `Topic ${at}`)).join('') +
    heading('actor', 'area', '地区', 'area') + range(numRules).map(rule).join(''));
}

function writeSurvey(folder, register) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'survey.toml'), `[survey]
id = "kakuu-areas-2024"
series = "kakuu-areas"
fiscal_year = 2024
title = { ja = "架空県 地区調査（令和6年度）", en = "Kakuu survey of areas, FY2024" }
answers_as_of = 2024-10-01
as_of = 2025-03-31
status = "final"
register = "${register}"

[answers]
file = "answers.csv"
encoding = "utf-8"
header_rows = 1
subject_by = "listed"
subject_column = "番号"
name_column = "名称"
zone_column = "圏域"
subject_kind = { id = "area", ja = "地区", en = "area" }
` + range(numFields).map((at) => `\n[[column]]\nheader = "項目${at}"\nfield = "item${at}"\n`).join(''));
  const next = numbers(7);
  const zones = ['hokubu', 'chubu', 'nanbu'];
  const row = (at) => [String(100000 + at), `架空第${at + 1}地区`, zones[at % zones.length],
    ...range(numFields).map(() => (next(40) === 0 ? '' : String(next(100))))].join(',');
  writeFileSync(path.join(folder, 'answers.csv'),
    ['番号,名称,圏域,' + range(numFields).map((at) => `項目${at}`).join(','), ...range(numAreas).map(row)].join('\n') + '\n');
}

// Writes survey and pack below `folder`, and gives the two folders.
export function writeNationalSurvey(folder) {
  const survey = path.join(folder, 'survey');
  const pack = path.join(folder, 'pack');
  const register = path.relative(survey, path.resolve('tests/fixtures/kakuu/register.toml'));
  writePack(pack);
  writeSurvey(survey, register);
  return { survey, pack };
}
