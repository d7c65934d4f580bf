
// --- What the program says of this report: names, words, and the verdict of every record under every rule. ---
"use strict";

const data = JSON.parse(document.getElementById("kijun-data").textContent);

// Full and half width, upper and lower case are the same to who looks for something.
const fold = (text) => text.normalize("NFKC").toLowerCase();

const verdicts = data.verdicts.map(([letter, id, markJa, markEn, ja, en]) => ({
  letter, id, mark: { ja: markJa, en: markEn }, word: { ja, en },
}));
const verdictOf = new Map(verdicts.map((verdict) => [verdict.letter, verdict]));

const zones = data.zones.map(([code, ja, en]) => ({ code, name: { ja, en } }));
const subjects = data.subjects.map(([code, zone, ja, en], row) => ({
  row, code, zone, name: { ja, en }, key: fold(`${code} ${ja} ${en}`),
}));
const rules = new Map(data.rules.map(([id, topic, actor, ja, en, beside]) =>
  [id, { id, topic, actor, title: { ja, en }, beside }]));
const columns = data.columns.map(([rule, field, ja, en], at) => ({
  at, field, rule: rules.get(rule), title: { ja, en }, key: fold(`${rule} ${field} ${ja} ${en}`),
}));
const headings = (list) => list.map(([id, ja, en]) => ({ id, title: { ja, en } }));
const topics = headings(data.topics);
const actors = headings(data.actors);

// Undefined where the rule is not asked of the record.
const verdictAt = (row, column) => verdictOf.get(data.rows[row][column]);

// Of a page that holds no findings: what failing results say, by column and row.
const messages = JSON.parse(document.getElementById("kijun-messages")?.textContent ?? '{"texts":[],"of":[]}');
const messagesOfColumn = new Map();
const messageAt = (subject, column) => {
  if (!messagesOfColumn.has(column.at)) {
    const flat = messages.of[column.at] ?? [];
    const numbers = new Map();
    for (let at = 0; at < flat.length; at += 2) numbers.set(flat[at], flat[at + 1]);
    messagesOfColumn.set(column.at, numbers);
  }
  const number = messagesOfColumn.get(column.at).get(subject.row);
  if (number === undefined) return undefined;
  const [ja, en] = messages.texts[number];
  return { ja: ja.replaceAll("{name}", subject.name.ja), en: en.replaceAll("{name}", subject.name.en) };
};

const text = (id) => {
  const [ja, en] = data.words[id];
  return { ja, en };
};

// As the program makes ids: bytes other than these stand as two hex digits.
const htmlId = (value) => [...new TextEncoder().encode(value)]
  .map((byte) => {
    const c = String.fromCharCode(byte);
    return /[A-Za-z0-9._-]/.test(c) ? c : ":" + byte.toString(16).padStart(2, "0");
  })
  .join("");
const subjectByAnchor = new Map(subjects.map((subject) => ["m-" + htmlId(subject.code), subject]));
const subjectByCode = new Map(subjects.map((subject) => [subject.code, subject]));
const ruleByAnchor = new Map([...rules.values()].map((rule) => ["r-" + htmlId(rule.id), rule]));
const columnsOf = (rule) => columns.filter((column) => column.rule === rule);
const columnOf = (ruleId, field) => columns.find((column) => column.rule.id === ruleId && column.field === field);
const findingAnchor = (subject, column) =>
  htmlId(`f-m-${subject.code}-${column.rule.id}${column.field ? "-" + column.field : ""}`);
const columnByFinding = (subject, anchor) => columns.find((column) => findingAnchor(subject, column) === anchor);
