
// --- All verdicts of one record: behind its sheet, or alone in a page that holds no sheets. ---
const subjectView = addView("one-subject");

const subjectTable = (subject, params) => {
  const body = el("tbody");
  for (const column of columns) {
    const verdict = verdictAt(subject.row, column.at);
    if (verdict === undefined) continue;
    const topic = topics.find(({ id }) => id === column.rule.topic);
    body.append(el("tr", {},
      el("td", {}, topic === undefined ? column.rule.topic : both(topic.title)),
      el("th", { scope: "row" }, el("a", { href: addressOf(["r", column.rule.id], params) }, both(column.title))),
      el("td", {}, el("a", { class: "result", href: addressOf(cardPath(subject, column), params) }, chipOf(verdict))),
      el("td", {}, messageOf(subject, column))));
  }
  return el("div", { class: "scroll" },
    el("table", { class: "results" }, el("caption", {}, say("allResults")),
      headRow(text("topic"), text("rule"), text("verdict"), text("says")), body));
};

const showSubject = (subject, params) => {
  subjectView.heading.replaceChildren(both(subject.name), " ", el("span", { class: "code" }, subject.code));
  subjectView.section.replaceChildren(subjectView.heading, subjectTable(subject, params));
};

// Each finding of a sheet leads to the result in full, from when the sheet is first shown.
const linkFindings = (sheet, subject) => {
  if (sheet.querySelector(".to-card") !== null) return;
  for (const finding of sheet.querySelectorAll(".finding[id]")) {
    const column = columnByFinding(subject, finding.id);
    if (column === undefined) continue;
    const address = addressOf(cardPath(subject, column), new URLSearchParams());
    finding.append(el("p", { class: "to-card" }, el("a", { href: address }, say("show"))));
  }
};

const behindSheet = el("details", { class: "made all-results", hidden: true }, el("summary", {}, say("allResults")));
document.getElementById("sheets").append(behindSheet);

const showSheet = (subject, params) => {
  behindSheet.hidden = subject === undefined;
  if (subject === undefined) return;
  linkFindings(document.getElementById("m-" + htmlId(subject.code)), subject);
  behindSheet.replaceChildren(behindSheet.firstChild, subjectTable(subject, params));
};

if (document.querySelector("#sheets > .index") === null) {
  const list = el("ul", { class: "index" });
  for (const [anchor, subject] of subjectByAnchor)
    list.append(el("li", {}, el("a", { href: "#" + anchor }, both(subject.name))));
  document.querySelectorAll(".hint.plain").forEach((hint) => hint.remove());
  document.getElementById("sheets").append(list);
}
