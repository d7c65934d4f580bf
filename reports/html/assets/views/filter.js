
// --- One filter for all views. It lives in the address; `selection` is what it leaves of records and rules. ---
const filterKeys = ["q", "zone", "topic", "verdict", "actor", "baseline"];

const readFilter = (params) => ({
  q: fold(params.get("q") ?? "").trim(),
  zone: params.get("zone") ?? "",
  topic: params.get("topic") ?? "",
  actor: params.get("actor") ?? "",
  baseline: params.get("baseline") ?? "",
  verdicts: new Set((params.get("verdict") ?? "").split(",").filter((id) => verdicts.some((v) => v.id === id))),
});

const isWanted = (filter, verdict) =>
  verdict !== undefined && (filter.verdicts.size === 0 || filter.verdicts.has(verdict.id));
const ruleMatches = (filter, rule) =>
  (filter.topic === "" || rule.topic === filter.topic) && (filter.actor === "" || rule.actor === filter.actor);

// Which findings a baseline knows stands on them.
const baselineOf = (subject, column) =>
  document.getElementById(findingAnchor(subject, column))?.dataset.baseline ?? "";
const baselineMatches = (filter, state) => {
  if (filter.baseline === "") return true;
  return filter.baseline === "new" ? state === "new" || state === "worse" : state === "unchanged" || state === "updated";
};

const cellMatches = (filter, subject, column) =>
  isWanted(filter, verdictAt(subject.row, column.at)) &&
  (filter.baseline === "" || baselineMatches(filter, baselineOf(subject, column)));

// The name looked for is a record's or, where no record has it, a rule's.
const select = (filter, within) => {
  let shownSubjects = subjects.filter((subject) => filter.zone === "" || subject.zone === filter.zone);
  let shownColumns = within.filter((column) => ruleMatches(filter, column.rule));
  const named = filter.q === "" ? [] : subjects.filter((subject) => subject.key.includes(filter.q));
  const namesSubjects = named.length !== 0;
  if (namesSubjects) shownSubjects = shownSubjects.filter((subject) => named.includes(subject));
  else if (filter.q !== "") shownColumns = shownColumns.filter((column) => column.key.includes(filter.q));
  const looksAtCells = filter.verdicts.size !== 0 || filter.baseline !== "" || shownColumns.length !== columns.length;
  if (looksAtCells) {
    const hasCell = (subject) => shownColumns.some((column) => cellMatches(filter, subject, column));
    shownSubjects = shownSubjects.filter(hasCell);
  }
  if (filter.verdicts.size !== 0 || filter.baseline !== "")
    shownColumns = shownColumns.filter((column) => shownSubjects.some((subject) => cellMatches(filter, subject, column)));
  return {
    filter, namesSubjects,
    subjects: shownSubjects, columns: shownColumns,
    rows: new Set(shownSubjects.map((subject) => subject.row)),
    rules: new Set(shownColumns.map((column) => column.rule)),
    isWhole: filter.q === "" && !looksAtCells && filter.zone === "",
  };
};

const hasFilter = (params) => filterKeys.some((key) => params.has(key));
