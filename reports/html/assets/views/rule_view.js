
// --- The view of one rule: every subject's result of it. ---
const addView = (name) => {
  const heading = el("h2", { id: `h-${name}` });
  const section = el("section", { id: name, class: "block made", "data-view": name, "aria-labelledby": `h-${name}`, hidden: true },
    heading);
  document.getElementById("main").append(section);
  return { section, heading };
};

const ruleView = addView("one-rule");

// The message of a finding that stands in a sheet, else nothing: a pass says nothing.
const messageOf = (subject, column) => {
  const finding = document.getElementById(findingAnchor(subject, column));
  const cell = document.createDocumentFragment();
  const message = messageAt(subject, column);
  if (message !== undefined) cell.append(both(message));
  if (finding !== null)
    for (const part of finding.querySelectorAll(".message, .excluded")) cell.append(copyOf(part));
  return cell;
};

// The notes a rule wants beside its results, with what was read in them.
const notePairs = (subject, rule) => {
  const sheet = document.getElementById("m-" + htmlId(subject.code));
  return sheet === null ? []
    : [...sheet.querySelectorAll(".note-pair")].filter((pair) => rule.beside.includes(pair.dataset.field));
};
const notesOf = (subject, rule) =>
  notePairs(subject, rule).flatMap((pair) => [...pair.querySelectorAll("blockquote.note")]).map(copyOf);

const cardPath = (subject, column) =>
  ["m", subject.code, "r", column.rule.id, ...(column.field === "" ? [] : [column.field])];

const resultRow = (subject, column, params) => {
  const verdict = verdictAt(subject.row, column.at);
  return el("tr", {},
    el("th", { scope: "row" }, el("a", { href: addressOf(["m", subject.code], params) }, both(subject.name))),
    el("td", {}, el("a", { class: "result", href: addressOf(cardPath(subject, column), params) }, chipOf(verdict))),
    el("td", {}, messageOf(subject, column)),
    el("td", {}, ...notesOf(subject, column.rule)));
};

const resultTable = (column, order, selection, params) => {
  const body = el("tbody");
  for (const row of order)
    if (selection.rows.has(row) && cellMatches(selection.filter, subjects[row], column))
      body.append(resultRow(subjects[row], column, params));
  return el("div", { class: "scroll" },
    el("table", { class: "results" }, el("caption", {}, both(column.title)),
      headRow(text("record"), text("verdict"), text("says"), text("note")), body),
    body.rows.length === 0 ? el("p", { class: "nothing" }, say("nothing")) : "");
};

// Zones, bodies and other groups have their results in the page already.
const groupTables = (rule) => {
  const tables = [];
  for (const table of document.querySelectorAll("#groups table.group")) {
    const rows = [...table.tBodies[0].rows].filter((row) => aboutOf(row.cells[1]).rules.includes(rule));
    if (rows.length === 0) continue;
    const body = el("tbody");
    for (const row of rows) {
      const copy = copyOf(row);
      copy.hidden = false;
      copy.cells[1].remove();
      body.append(copy);
    }
    tables.push(el("div", { class: "scroll" },
      el("table", { class: "group" }, copyOf(table.caption), headRow(text("subject"), text("verdict"), text("says")), body)));
  }
  return tables;
};

// What the list of rules says of one, heading by heading.
const ruleFacts = (rule) => {
  const row = document.getElementById("r-" + htmlId(rule.id));
  const titles = [...row.closest("table").tHead.rows[0].cells];
  const facts = el("dl", { class: "facts rule-facts" });
  [...row.cells].forEach((cell, at) => {
    if (at === 0) return;
    facts.append(el("div", {}, el("dt", {}, ...childrenOf(titles[at])), el("dd", {}, ...childrenOf(cell))));
  });
  return [copyOf(row.querySelector(".ids")), facts];
};

const showRule = (rule, selection, order, params) => {
  ruleView.heading.replaceChildren(both(rule.title));
  ruleView.section.replaceChildren(ruleView.heading, ...ruleFacts(rule),
    ...columnsOf(rule).map((column) => resultTable(column, order, selection, params)), ...groupTables(rule));
};
