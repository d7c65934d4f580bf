
// --- The card of one result: verdict, what it rests on, how it came about, and what people concluded. ---
const cardView = addView("one-result");
const cardData = JSON.parse(document.getElementById("kijun-cards")?.textContent ?? "null");

const cellOf = (number) => {
  const [labelAt, nameAt, raw, valueAt, place, survey = "", originAt] = cardData.cells[number];
  const [field, labelJa, labelEn] = cardData.labels[labelAt];
  const [code, nameJa, nameEn] = cardData.names[nameAt];
  const words = (at) => {
    const [ja, en] = at === undefined ? ["", ""] : cardData.values[at];
    return { ja, en };
  };
  return {
    field, code, name: { ja: nameJa, en: nameEn }, label: { ja: labelJa, en: labelEn }, raw, value: words(valueAt),
    origin: words(originAt), place, survey,
  };
};

const quoted = (raw) => (raw === "" ? "" : el("q", { class: "raw", lang: "ja" }, raw));
const tagOf = (content) => (content.ja === "" ? "" : el("span", { class: "tag" }, both(content)));

const cellRow = (cell, subject) => el("tr", {},
  el("th", { scope: "row" }, ...(cell.code === subject.code ? [] : [both(cell.name), " "]), both(cell.label)),
  el("td", {}, quoted(cell.raw)),
  el("td", {}, both(cell.value), " ", tagOf(cell.origin)),
  el("td", { class: "place" }, cell.place, cell.survey === "" ? "" : ` ${cell.survey}`));

const cellTable = (caption, numbers, subject) => el("div", { class: "scroll" },
  el("table", { class: "answers" }, el("caption", {}, say(caption)),
    headRow(text("item"), text("raw"), text("value"), text("place")),
    el("tbody", {}, ...numbers.map((number) => cellRow(cellOf(number), subject)))));

const clauseRow = ([number, ...cells]) => {
  const [part, depth, clause, ja, en] = cardData.clauses[number];
  const answers = cells.map(cellOf).map((cell) =>
    el("li", {}, both(cell.name), " ", both(cell.label), " ", quoted(cell.raw), " ", both(cell.value)));
  return el("tr", {},
    el("td", {}, depth === 0 ? say(part) : ""),
    el("td", {}, el("code", { class: `depth depth-${Math.min(depth, 6)}` }, clause)),
    el("td", {}, both({ ja, en })),
    el("td", {}, answers.length === 0 ? "" : el("ul", { class: "cells" }, ...answers)));
};

const traceTable = (clauses) => el("div", { class: "scroll" },
  el("table", { class: "trace" }, el("caption", {}, say("trace")),
    headRow(text("part"), text("clause"), text("clauseValue"), text("clauseAnswers")),
    el("tbody", {}, ...clauses.map(clauseRow))));

const earlierTable = (pairs, subject) => el("div", { class: "scroll" },
  el("table", { class: "earlier" }, el("caption", {}, say("earlier")),
    headRow(text("survey"), text("item"), text("raw"), text("value"), text("thisYear")),
    el("tbody", {}, ...pairs.map(([number, now]) => {
      const cell = cellOf(number);
      return el("tr", {}, el("td", {}, cell.survey),
        el("th", { scope: "row" }, ...(cell.code === subject.code ? [] : [both(cell.name), " "]), both(cell.label)),
        el("td", {}, quoted(cell.raw)), el("td", {}, both(cell.value)),
        el("td", {}, now === undefined ? "" : both(cellOf(now).value)));
    }))));

// Corrections and other conclusions about the cells that were read, or about the rule itself.
const conclusionsOf = (codes, rule, fields) => {
  const rows = [...document.querySelectorAll("#decisions tbody > tr")].filter(({ dataset }) =>
    codes.has(dataset.subject) && dataset.kind !== "reading" &&
    (fields.has(dataset.about) || dataset.about === rule.id));
  if (rows.length === 0) return "";
  const head = copyOf(document.querySelector("#decisions table").tHead);
  return el("div", { class: "scroll" },
    el("table", { class: "decisions" }, el("caption", {}, say("changes")), head, el("tbody", {}, ...rows.map(copyOf))));
};

// What a passing result has no finding for: the verdict, and the date it was judged by.
const plainVerdict = (verdict, date) => {
  const facts = el("dl", { class: "facts" });
  if (date >= 0) {
    const [ja, en] = cardData.dates[date];
    facts.append(el("div", {}, el("dt", {}, say("deadline")), el("dd", {}, both({ ja, en }))));
  }
  return el("div", { class: "finding" },
    el("p", { class: "finding-head" }, chipOf(verdict)), facts);
};

// What is required beside what was found. A finding says so itself; what cannot be put into a clause has the rule's title.
const requiredFacts = (required, finding, title) => {
  if (required === undefined && finding?.querySelector(".requirement")) return "";
  const [[ja, en], ...clauses] = required === undefined
    ? [data.words.required, [title.ja, title.en]] : cardData.requirements[required];
  const said = clauses.map(([textJa, textEn]) => el("li", {}, both({ ja: textJa, en: textEn })));
  return el("dl", { class: "facts required" },
    el("div", {}, el("dt", {}, both({ ja, en })), el("dd", {}, el("ul", { class: "cells" }, ...said))));
};

// `subject` is a record or a group; `title` is the rule's, with its field.
const cardParts = ({ subject, rule, title, verdict, finding, card }) => {
  const [date, measured, clauses, earlier, required] = card;
  const cells = [...measured, ...clauses.flatMap(([, ...numbers]) => numbers)].map(cellOf);
  const codes = new Set([subject.code, ...(subject.isGroup ? cells.map(({ code }) => code) : [])]);
  return [
    finding === null ? plainVerdict(verdict, date) : copyOf(finding),
    requiredFacts(required, finding, title),
    measured.length === 0 ? "" : cellTable("measured", measured, subject),
    ...(subject.isGroup ? [] : notePairs(subject, rule).map(copyOf)),
    conclusionsOf(codes, rule, new Set(cells.map(({ field }) => field))),
    earlier.length === 0 ? "" : earlierTable(earlier, subject),
    clauses.length === 0 ? "" : traceTable(clauses),
    ...ruleFacts(rule),
  ];
};

// In a page that holds numbers, verdicts and messages only.
const shortCard = (subject, column) => [
  el("p", { class: "finding-head" }, chipOf(verdictAt(subject.row, column.at))),
  el("p", { class: "message" }, messageOf(subject, column)), ...ruleFacts(column.rule),
];

const showCard = (subject, column, params) => {
  cardView.heading.replaceChildren(both(subject.name), " ", both(column.title));
  cardView.section.replaceChildren(cardView.heading,
    el("p", { class: "card-links" },
      el("a", { href: addressOf(["m", subject.code], params) }, say("sheets"), " ", both(subject.name)), " ",
      el("a", { href: addressOf(["r", column.rule.id], params) }, say("results"), " ", both(column.rule.title))),
    ...(cardData === null ? shortCard(subject, column) : cardParts({
      subject, rule: column.rule, title: column.title, verdict: verdictAt(subject.row, column.at),
      finding: document.getElementById(findingAnchor(subject, column)), card: cardData.cards[subject.row][column.at],
    })));
};
