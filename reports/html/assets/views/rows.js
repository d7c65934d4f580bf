
// --- The tables, cards and sheets that stand in the page, filtered. What one is about follows from its links. ---
const anchorsIn = (element) =>
  [element, ...element.querySelectorAll('a[href^="#"]')].map((each) => each.id || (each.hash ?? "").slice(1));

const aboutCache = new WeakMap();
const aboutOf = (element) => {
  if (!aboutCache.has(element)) {
    const anchors = anchorsIn(element);
    const heading = element.querySelector("th");
    const name = heading === null ? "" : heading.textContent;
    aboutCache.set(element, {
      subjects: anchors.map((anchor) => subjectByAnchor.get(anchor.replace(/^q-/, ""))).filter(Boolean),
      rules: anchors.map((anchor) => ruleByAnchor.get(anchor)).filter(Boolean),
      zone: zones.find(({ code, name: own }) => anchors.includes("zone-" + code) || name.startsWith(own.ja)),
      verdicts: [...element.querySelectorAll(".mk")].map((mark) => mark.className.replace(/^.*v-/, "")),
      text: fold(element.textContent),
    });
  }
  return aboutCache.get(element);
};

// A row or card stays where something it is about stays.
const stays = (element, selection) => {
  const { filter } = selection;
  const about = aboutOf(element);
  const subjectStays = about.subjects.length !== 0
    ? about.subjects.some((subject) => filter.zone === "" || subject.zone === filter.zone)
    : filter.zone === "" || about.zone === undefined || about.zone.code === filter.zone;
  return subjectStays &&
    (about.rules.length === 0 || about.rules.some((rule) => ruleMatches(filter, rule))) &&
    (filter.verdicts.size === 0 || about.verdicts.length === 0 || about.verdicts.some((id) => filter.verdicts.has(id))) &&
    (filter.q === "" || about.text.includes(filter.q));
};

const filterTasks = (section, selection) => {
  const { filter } = selection;
  for (const table of section.querySelectorAll("table.tasks")) {
    const ofActor = filter.actor === "" || table.dataset.actor === filter.actor;
    let shown = 0;
    for (const row of table.tBodies[0].rows) {
      const name = row.cells[0];
      for (const finding of row.querySelectorAll(".finding")) {
        const about = aboutOf(finding);
        const isNamed = filter.q === "" || fold(name.textContent).includes(filter.q) || about.text.includes(filter.q);
        finding.hidden = !(ofActor && isNamed && stays(name, { filter: { ...filter, q: "" } }) &&
          stays(finding, { filter: { ...filter, q: "", zone: "", actor: "" } }) &&
          baselineMatches(filter, finding.dataset.baseline ?? ""));
      }
      row.hidden = row.querySelector(".finding:not([hidden])") === null;
      if (!row.hidden) ++shown;
    }
    table.hidden = shown === 0;
    table.previousElementSibling.hidden = table.hidden;
  }
};

const filterRows = (section, selection) => {
  for (const row of section.querySelectorAll("tbody > tr:not(.total)")) row.hidden = !stays(row, selection);
};

const filterQuestions = (section, selection) => {
  for (const sheet of section.querySelectorAll(".question-sheet")) sheet.hidden = !stays(sheet, selection);
};

const filterIndex = (section, selection) => {
  for (const item of section.querySelectorAll(".index > li"))
    item.hidden = !aboutOf(item).subjects.some((subject) => selection.rows.has(subject.row));
};

// By the view's name; what is not named here shows the same whatever the filter.
const filterSection = {
  tasks: filterTasks, zones: filterRows, rules: filterRows, groups: filterRows, questions: filterQuestions,
  readings: filterRows, decisions: filterRows, "not-judged": filterRows, sheets: filterIndex,
};

// Rows of the lists of tasks, in an order of the records; groups follow in their own.
const orderTasks = (section, rank) => {
  for (const table of section.querySelectorAll("table.tasks")) {
    const place = (row) => {
      const [subject] = aboutOf(row.cells[0]).subjects;
      return subject === undefined ? Infinity : rank.get(subject.row);
    };
    const rows = [...table.tBodies[0].rows];
    rows.forEach((row, at) => { row.dataset.place ??= at; });
    rows.sort((a, b) => {
      const [left, right] = [place(a), place(b)];
      return left === right ? a.dataset.place - b.dataset.place : left - right;
    });
    table.tBodies[0].append(...rows);
  }
};
