
// --- Zones, bodies and other groups: all results of one, and each of them in full. ---
const groups = (cardData?.groups ?? []).map(([kind, code, ja, en, members]) =>
  ({ kind, code, name: { ja, en }, members, isGroup: true, results: [] }));
const groupResults = (cardData?.groupCards ?? []).map(([group, ruleId, field, letter, finding, card]) => {
  const rule = rules.get(ruleId);
  const result = { group: groups[group], rule, field, verdict: verdictOf.get(letter), finding, card };
  result.group.results.push(result);
  return result;
});
const groupOf = (kind, code) => groups.find((group) => group.kind === kind && group.code === code);
const groupPath = (group) => ["g", group.kind, group.code];
const groupCardPath = ({ group, rule, field }) =>
  [...groupPath(group), "r", rule.id, ...(field === "" ? [] : [field])];
const groupAddress = (path) => addressOf(path, new URLSearchParams());

const groupView = addView("one-group");
const groupCardView = addView("one-group-result");

const memberList = (group, params) => {
  const list = group.members.map((code) => subjectByCode.get(code)).filter(Boolean).map((subject) =>
    el("li", {}, el("a", { href: addressOf(["m", subject.code], params) }, both(subject.name))));
  return list.length === 0 ? "" : el("div", { class: "members" }, el("h3", {}, say("members")), el("ul", { class: "index" }, ...list));
};

const findingOf = (result) => (result.finding === "" ? null : document.getElementById(result.finding));

const groupTable = (group, params) => el("div", { class: "scroll" },
  el("table", { class: "results" }, el("caption", {}, say("allResults")),
    headRow(text("rule"), text("verdict"), text("says")),
    el("tbody", {}, ...group.results.map((result) => el("tr", {},
      el("th", { scope: "row" }, el("a", { href: addressOf(["r", result.rule.id], params) }, both(result.rule.title))),
      el("td", {}, el("a", { class: "result", href: addressOf(groupCardPath(result), params) }, chipOf(result.verdict))),
      el("td", {}, ...[...(findingOf(result)?.querySelectorAll(".message, .excluded") ?? [])].map(copyOf)))))));

const showGroup = (group, params) => {
  groupView.heading.replaceChildren(both(group.name));
  groupView.section.replaceChildren(groupView.heading, groupTable(group, params), memberList(group, params));
};

const showGroupCard = (result, params) => {
  const { group, rule } = result;
  groupCardView.heading.replaceChildren(both(group.name), " ", both(rule.title));
  groupCardView.section.replaceChildren(groupCardView.heading,
    el("p", { class: "card-links" },
      el("a", { href: addressOf(groupPath(group), params) }, say("allResults"), " ", both(group.name)), " ",
      el("a", { href: addressOf(["r", rule.id], params) }, say("results"), " ", both(rule.title))),
    ...cardParts({ subject: group, rule, title: rule.title, verdict: result.verdict, finding: findingOf(result), card: result.card }),
    memberList(group, params));
};

// The verdicts of the section, which the view of a rule shows again, lead to the results in full, the zones to theirs.
const linkTo = (path, ...content) => el("a", { class: "result", href: groupAddress(path) }, ...content);
[...document.querySelectorAll("#groups table.group > tbody > tr")].forEach((row, at) => {
  if (groupResults[at] === undefined) return;
  const verdict = row.cells[2];
  verdict.replaceChildren(linkTo(groupCardPath(groupResults[at]), ...verdict.childNodes));
});
for (const group of groups) {
  const name = group.kind === "zone" ? document.getElementById("zone-" + htmlId(group.code))?.querySelector("#zones th") : null;
  if (name) name.replaceChildren(el("a", { href: groupAddress(groupPath(group)) }, ...name.childNodes));
}
