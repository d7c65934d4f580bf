
// --- What is shown, to take away: as a link, as CSV for a spreadsheet, as JSON for a program. ---
const saveFile = (name, type, content) => {
  const link = el("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
};

// A cell that a spreadsheet would take for a formula stands behind an apostrophe, as in the program's own CSV.
const csvCell = (value) => {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(value) ? "'" + value : value;
  return /[",\r\n]|^ | $/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const csvOf = (rows) => "\ufeff" + rows.map((row) => row.map(csvCell).join(",") + "\r\n").join("");

const messageText = (subject, column) => {
  const finding = document.getElementById(findingAnchor(subject, column));
  const message = finding?.querySelector(".message");
  if (message) return shownText(message);
  return inLanguage(messageAt(subject, column) ?? { ja: "", en: "" });
};

const nameOf = (list, id, key) => {
  const found = list.find((each) => each[key] === id);
  return found === undefined ? id : inLanguage(found.name ?? found.title);
};

// One entry per result of the records and rules that are left.
const resultEntries = (cells) => cells.map(({ subject, column }) => {
  const verdict = verdictAt(subject.row, column.at);
  return {
    code: subject.code, record: inLanguage(subject.name), zone: nameOf(zones, subject.zone, "code"),
    topic: nameOf(topics, column.rule.topic, "id"), rule: column.rule.id, field: column.field,
    title: inLanguage(column.title), verdict: verdict.id, word: inLanguage(verdict.word),
    message: messageText(subject, column),
  };
});

const resultHeadings = () => [text("code"), text("record"), text("zone"), text("topic"), text("rule"), text("item"),
  text("results"), text("verdict"), text("value"), text("says")].map(inLanguage);

const cellsOf = (shown) => shown.order
  .filter((row) => shown.selection.rows.has(row))
  .flatMap((row) => shown.selection.columns.map((column) => ({ subject: subjects[row], column })))
  .filter(({ subject, column }) => cellMatches(shown.selection.filter, subject, column) &&
    (shown.subject === undefined || shown.subject === subject) &&
    (shown.rule === undefined || shown.rule === column.rule));

// Views that are no results are saved as the tables they show.
const tablesOf = (sections) => sections.flatMap((section) => {
  const tables = [...section.querySelectorAll("table")].filter((table) => table.closest("[hidden]") === null);
  return tables.map((table) => ({
    caption: table.caption === null ? "" : shownText(table.caption),
    rows: [...table.rows].filter((row) => !row.hidden)
      .map((row) => [...row.cells].filter((cell) => !cell.hidden).map(shownText)),
  }));
});

const listsOf = (sections) => sections.flatMap((section) =>
  [...section.querySelectorAll(".question-sheet")].filter((sheet) => !sheet.hidden).map((sheet) => ({
    caption: shownText(sheet.querySelector("h3")),
    rows: [...sheet.querySelectorAll("ol > li")].map((item, at) => [String(at + 1), ...[...item.children].map(shownText)]),
  })));

const fileName = (shown, ending) =>
  ["kijun", data.survey, ...shown.path].join("-").replace(/[^A-Za-z0-9._-]+/g, "_") + ending;

const partsOf = (shown) => [...tablesOf(shown.sections), ...listsOf(shown.sections)];

const saveCsv = (shown) => {
  const rows = shown.isResults
    ? [resultHeadings(), ...resultEntries(cellsOf(shown)).map((entry) => Object.values(entry))]
    : partsOf(shown).flatMap((part) => [[part.caption], ...part.rows, []]);
  saveFile(fileName(shown, ".csv"), "text/csv;charset=utf-8", csvOf(rows));
};

const saveJson = (shown) => {
  const content = {
    schema: "kijun.view/1", survey: data.survey, as_of: data.asOf, language: language(), address: location.hash,
    ...(shown.isResults ? { results: resultEntries(cellsOf(shown)) } : { tables: partsOf(shown) }),
  };
  saveFile(fileName(shown, ".json"), "application/json", JSON.stringify(content, null, 2) + "\n");
};

// The clipboard may be out of reach of a page that was opened from a file.
const copyText = async (content) => {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    const area = el("textarea", { class: "vh" });
    area.value = content;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
};
