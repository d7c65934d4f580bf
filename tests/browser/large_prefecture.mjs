// A made-up prefecture with as many municipalities as the largest has, answering the shipped pack's form of 2018: marks as
// often as in the survey of Kanagawa, notes as long, and a reading of each note. It is written when the tests run and is
// the same each time; 99 is the number of no prefecture, and nothing in it is about any real municipality.

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const numMunicipalities = 179;
const numCities = 35;
const numZones = 21;

// A small linear congruential generator: the same numbers on every machine.
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const range = (count) => Array.from({ length: count }, (_, at) => at);
const csv = (cells) => cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
const lines = (rows) => rows.map((row) => csv(row) + '\n').join('');
const both = (ja, en) => `{ ja = ${JSON.stringify(ja)}, en = ${JSON.stringify(en)} }`;

const heads = [['夢', 'ゆめ', 'Yume'], ['月', 'つき', 'Tsuki'], ['星', 'ほし', 'Hoshi'], ['雲', 'くも', 'Kumo'], ['霧', 'きり', 'Kiri'],
  ['虹', 'にじ', 'Niji'], ['雪', 'ゆき', 'Yuki'], ['風', 'かぜ', 'Kaze'], ['霞', 'かすみ', 'Kasumi'], ['露', 'つゆ', 'Tsuyu'],
  ['霜', 'しも', 'Shimo'], ['花', 'はな', 'Hana']];
const tails = [['ヶ丘', 'がおか', 'gaoka'], ['見原', 'みはら', 'mihara'], ['代', 'しろ', 'shiro'], ['橋', 'はし', 'hashi'], ['影', 'かげ', 'kage'],
  ['居', 'い', 'i'], ['ノ沢', 'のさわ', 'nosawa'], ['里', 'さと', 'sato'], ['ノ浦', 'のうら', 'noura'], ['峰', 'みね', 'mine'],
  ['泉', 'いずみ', 'izumi'], ['ヶ浜', 'がはま', 'gahama'], ['瀬', 'せ', 'se'], ['谷', 'たに', 'tani'], ['野原', 'のはら', 'nohara']];

// The check digit of a municipality's code (総務省: JIS X 0402 with a check digit).
function withCheckDigit(code) {
  const sum = [...code].reduce((total, digit, at) => total + Number(digit) * (6 - at), 0);
  return code + ((11 - (sum % 11)) % 10);
}

const zoneOf = (at) => `zone${(at % numZones) + 1}`;

function municipality(at) {
  const [head, headKana, headEnglish] = heads[at % heads.length];
  const [tail, tailKana, tailEnglish] = tails[Math.floor(at / heads.length)];
  const [kind, ja, kana, en] = at < numCities ? ['city', '市', 'し', 'City']
    : at % 9 === 0 ? ['village', '村', 'むら', 'Village'] : ['town', '町', 'ちょう', 'Town'];
  return {
    code: withCheckDigit(at < numCities ? `99${201 + at}` : `99${301 + at - numCities}`), kind, zone: zoneOf(at),
    name: head + tail + ja, kana: headKana + tailKana + kana, english: `${headEnglish}${tailEnglish} ${en}`,
  };
}

export const municipalities = range(numMunicipalities).map(municipality);
const prefecture = { code: '990001', kind: 'prefecture', zone: '', name: '架空県', kana: 'かくうけん', english: 'Kakuu Prefecture' };

function writeRegister(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'register.toml'), `[register]
id = "kakuu-large"
prefecture = "990001"
title = { ja = "架空県市町村名簿", en = "Register of municipalities of Kakuu Prefecture" }
municipalities = "municipalities.csv"
zones = "zones.toml"
bodies = "bodies.toml"
zone_term = { ja = "障害保健福祉圏域", en = "disability health and welfare zone" }
`);
  const row = ({ code, name, kana, english, kind, zone }, at) => [code, name, kana, english, '', kind, zone, '', String(at + 1),
    '', '', '', ...(at === 0 ? ['', ''] : [String(((at - 1) % 15) + 1), String(Math.floor((at - 1) / 15) + 1)])];
  writeFileSync(path.join(folder, 'municipalities.csv'), lines([
    'code,name,kana,name_en,name_variants,kind,zone,county,order,valid_from,valid_to,successors,tile_column,tile_row'.split(','),
    ...[prefecture, ...municipalities].map(row)]));
  writeFileSync(path.join(folder, 'zones.toml'), range(numZones).map((at) =>
    `[[zone]]\nid = "zone${at + 1}"\nname = ${both(`架空第${at + 1}`, `Kakuu ${at + 1}`)}\norder = ${at + 1}\n`).join('\n'));
  writeFileSync(path.join(folder, 'bodies.toml'), range(numZones).map((at) => `[[body]]
id = "liaison${at + 1}"
name = ${both(`架空第${at + 1}圏域医療的ケア児支援連絡会議`, `Liaison Meeting of Kakuu ${at + 1}`)}
members = [${municipalities.filter((each, index) => each.zone === `zone${at + 1}` && index % 2 === 0).map(({ code }) => `"${code}"`).join(', ')}]
confirmed = ${at % 2 === 0}
evidence = ${both('各団体の備考に名称の記載がある。', 'The notes of its members name it.')}
`).join('\n'));
}

const sectors = ['医療', '保健', '障害福祉', '保育', '教育', '相談支援', '訪問看護'];
const places = ['自立支援協議会の部会', '発達支援システム会議', '庁内連携会議', '障害者支援委員会', '小児等在宅医療推進部会', '早期療育検討会議'];
const doings = ['を活用する方向で関係課と調整を進めている', 'を協議の場とすることで検討している', 'の中に設けることについて今後協議していく',
  'を位置付けており、年に数回の開催を予定している', 'を引き継ぎ、関係機関の担当者による会議を開催した'];
const people = ['相談支援専門員', '訪問看護師', '保健師', '基幹相談支援センターの職員', '児童発達支援センターの相談員'];

const councilNote = (next, { zone }) => {
  const third = next(6);
  if (third === 0) return '';
  const body = third < 3 && zone !== '' ? `架空第${zone.slice(4)}圏域医療的ケア児支援連絡会議` : places[next(places.length)];
  return `${sectors[next(sectors.length)]}及び${sectors[next(sectors.length)]}の関係機関による${body}${doings[next(doings.length)]}` +
    (next(4) === 0 ? `\n平成${31 + next(3)}年度に設置予定` : '');
};
const coordinatorNote = (next) => (next(12) >= 5 ? ''
  : `${people[next(people.length)]}${1 + next(3)}名を想定し、${sectors[next(sectors.length)]}との役割分担を内部で検討中` +
    (next(2) === 0 ? '\n平成31年度当初予算措置はなし' : ''));

// Marks of councils, coordinators and budgets as often as Kanagawa's.
const councils = '○○○○○○○○○○○○○○○○○△△△△△△△△△△△△△×××';
const plans = [...Array(25).fill(['×', '×']), ...Array(4).fill(['○', '×']), ['○', '○'], ['○', '○'], ['△', '×'], ['△', '×'], ['', '']];

function answersOf(next, municipality) {
  const [plan, budget] = plans[next(plans.length)];
  return {
    municipality, council: councils[next(councils.length + 1)] ?? '', councilNote: councilNote(next, municipality), plan, budget,
    coordinatorNote: coordinatorNote(next),
  };
}

const councilReadings = ['{ council_evidence = "supported" }', '{ council_evidence = "supported", council_note_time_bound = true }',
  '{ council_evidence = "supported", council_note_time_bound = true, joint_body_named = true }',
  '{ council_evidence = "weak", council_note_time_bound = true, joint_body_named = true }',
  '{ council_evidence = "supported", council_note_slip = true, joint_body_named = true, prefecture_role_named = true }',
  '{ council_evidence = "contradicted", council_date_stated = true, council_planned_date = 2020-03-31, council_note_time_bound = true }'];
const coordinatorReadings = ['{ coordinator_evidence = "supported", coordinator_note_time_bound = true }',
  '{ budget_evidence = "supported", coordinator_note_time_bound = true }', '{ budget_evidence = "contradicted" }'];

const reading = (next, code, field, note, values) => (note === '' ? '' : `[[decision]]
kind = "reading"
subject = "${code}"
note = "${field}"
quote = ${JSON.stringify(note.slice(0, 24).split('\n')[0])}
hash = "sha256:${createHash('sha256').update(note).digest('hex')}"
values = ${values[next(values.length)]}
reason = ${both(`${people[next(people.length)]}と${sectors[next(sectors.length)]}の関係者による場であることは備考から確かめられるが、開催の時期と回数は示されていない。`,
    `The note shows that people of ${1 + next(5)} fields take part in it; when it meets, and how often it will meet in the coming year, is not shown by the words.`)}
source = "note"
by = "架空 一郎"
when = 2019-03-15

`);

function writeSurvey(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'survey.toml'), `[survey]
id = "kakuu-large-2018"
series = "kakuu-large"
fiscal_year = 2018
title = ${both('架空県医療的ケア児支援調査（平成30年度）', 'Kakuu survey on children who need medical care, FY2018')}
answers_as_of = 2019-03-01
as_of = 2019-03-31
status = "final"
register = "../register/register.toml"
decisions = "decisions.toml"

[source]
title = ${both('架空県医療的ケア児支援調査', 'Kakuu survey on children who need medical care')}
publisher = ${both('架空県', 'Kakuu Prefecture')}
file = "answers.csv"

[answers]
file = "answers.csv"
encoding = "utf-8"
header_rows = 1
subject_column = "団体名"
subject_by = "name"
` + [['協議の場_状況', 'council'], ['協議の場_備考', 'council_note'], ['コーディネーター_配置想定', 'coordinator_plan'],
    ['コーディネーター_予算措置', 'budget_plan'], ['コーディネーター_備考', 'coordinator_note']]
    .map(([header, field]) => `\n[[column]]\nheader = "${header}"\nfield = "${field}"\n`).join('') + `
[[legend]]
field = "council"
marks = { "○" = "established", "△" = "planned", "×" = "none" }

[[legend]]
field = "coordinator_plan"
marks = { "○" = "intended", "△" = "considering", "×" = "none" }

[[legend]]
field = "budget_plan"
marks = { "○" = "secured", "×" = "none" }
`);
  const next = numbers(179);
  const answers = [prefecture, ...municipalities].map((each) => answersOf(next, each));
  writeFileSync(path.join(folder, 'answers.csv'), lines([
    ['団体名', '協議の場_状況', '協議の場_備考', 'コーディネーター_配置想定', 'コーディネーター_予算措置', 'コーディネーター_備考'],
    ...answers.map((each) => [each.municipality.name, each.council, each.councilNote, each.plan, each.budget, each.coordinatorNote])]));
  writeFileSync(path.join(folder, 'decisions.toml'), answers.map(({ municipality: { code }, ...each }) =>
    reading(next, code, 'council_note', each.councilNote, councilReadings) +
    reading(next, code, 'coordinator_note', each.coordinatorNote, coordinatorReadings)).join(''));
}

// Writes register and survey below `folder`, and gives the survey's folder.
export function writeLargePrefecture(folder) {
  writeRegister(path.join(folder, 'register'));
  const survey = path.join(folder, 'survey');
  writeSurvey(survey);
  return survey;
}
