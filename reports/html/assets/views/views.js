
// --- One view at a time. Every section of the report is a view, or part of the one it names. ---
const mainPart = document.getElementById("main");
const sections = [...mainPart.querySelectorAll(":scope > section")];
const viewOf = (section) => section.dataset.view ?? section.id;
const headingOf = (section) => section.querySelector("h2");
const views = new Map();
for (const section of sections) views.set(viewOf(section), [...(views.get(viewOf(section)) ?? []), section]);

const sheetArticles = [...document.querySelectorAll("article.sheet")];
const missing = el("p", { class: "nothing", role: "alert", hidden: true }, say("noSuchView"));
mainPart.prepend(controls, missing);

// The contents lead to the views.
const contents = document.querySelector("nav.contents ol");
const entries = [...views].filter(([, [first]]) => !first.classList.contains("made")).map(([name, [first, ...rest]]) => {
  const link = el("a", { href: "#" }, ...(name === "home" ? [say("home")] : childrenOf(headingOf(first))));
  for (const section of name === "home" ? [] : rest) link.append(" · ", ...childrenOf(headingOf(section)));
  return { name, link, path: name === "home" ? [] : [name] };
});
contents.replaceChildren(...entries.map(({ link }) => el("li", {}, link)));

let current = { path: [], params: new URLSearchParams() };
let shownAddress = null;

// Where the filter does something: not on what is about one record, nor on what is about none.
const isFiltered = ({ view, subject, rule }) =>
  subject === undefined && ((view === "one-rule" && columnsOf(rule).length !== 0) || views.get(view).some(({ id }) => id in filterSection || id === "matrix"));

// What an address shows: a view, and within it maybe one record, rule or place.
const routeOfSubject = (subject) =>
  ({ view: document.getElementById("m-" + htmlId(subject.code)) === null ? "one-subject" : "m", subject });

const routeOfAnchor = (anchor) => {
  const subject = subjectByAnchor.get(anchor);
  if (subject !== undefined) return routeOfSubject(subject);
  if (ruleByAnchor.has(anchor)) return { view: "one-rule", rule: ruleByAnchor.get(anchor) };
  const place = document.getElementById(anchor);
  const section = place?.closest("main > section");
  if (!section) return { view: "home" };
  const article = place.closest("article.sheet");
  return { view: viewOf(section), place, subject: article === null ? undefined : subjectByAnchor.get(article.id) };
};

// `#/g/zone/kensei`, and behind it `/r/` with a rule.
const routeOfGroup = (group, [marker, ruleId, fieldId = ""]) => {
  if (group === undefined || marker === undefined) return group && { view: "one-group", group };
  const result = group.results.find(({ rule, field }) => rule.id === ruleId && field === fieldId);
  return marker === "r" && result ? { view: "one-group-result", group, result } : undefined;
};

const routeOfPath = ([first, second, third, ...rest]) => {
  if (first === undefined) return { view: "home" };
  if (second === undefined) return views.has(first) && !first.startsWith("one-") ? { view: first } : undefined;
  if (first === "r") return rules.has(second) ? { view: "one-rule", rule: rules.get(second) } : undefined;
  if (first === "g") return routeOfGroup(groupOf(second, third), rest);
  const subject = first === "m" ? subjectByCode.get(second) : undefined;
  if (subject === undefined || third === undefined) return subject && routeOfSubject(subject);
  const [ruleId, fieldId = ""] = rest;
  const column = third === "r" ? columnOf(ruleId, fieldId) : undefined;
  return column && verdictAt(subject.row, column.at) && { view: "one-result", subject, column };
};

const applyFilter = (params) => {
  const selection = select(readFilter(params), route.view === "one-rule" ? columnsOf(route.rule) : columns);
  const order = rowsInOrder(params.get("sort") ?? "");
  for (const section of sections) filterSection[section.id]?.(section, selection);
  filterGrid(selection);
  orderGrid(order);
  orderTasks(document.getElementById("tasks"), new Map(order.map((row, rank) => [row, rank])));
  return { selection, order };
};

const showSections = (route) => {
  for (const [name, own] of views) own.forEach((section) => { section.hidden = name !== route.view; });
  const isSheet = route.view === "m" && route.subject !== undefined;
  const anchor = isSheet ? "m-" + htmlId(route.subject.code) : "";
  for (const article of sheetArticles) article.hidden = article.id !== anchor;
  for (const part of document.querySelectorAll("#sheets > .index, #sheets > .hint, #sheets > h2")) part.hidden = isSheet;
  document.documentElement.dataset.shows = route.view;
};

const shownHeading = (route) => {
  if (route.view === "m" && route.subject !== undefined)
    return document.getElementById("m-" + htmlId(route.subject.code)).querySelector("h3");
  return headingOf(views.get(route.view)[0]);
};

const showContents = (route, params) => {
  const name = { "one-rule": "r", "one-result": "m", "one-subject": "m", "one-group": "groups", "one-group-result": "groups" }[route.view] ?? route.view;
  for (const entry of entries) {
    entry.link.href = addressOf(entry.path, params);
    if (entry.name === name) entry.link.setAttribute("aria-current", "page");
    else entry.link.removeAttribute("aria-current");
  }
};

const showTitle = (route) => {
  const title = document.querySelector('input[name="lang"]:checked').dataset.title;
  document.title = route.view === "home" ? title : `${shownText(shownHeading(route))}｜${title}`;
};

const moveFocus = (route) => {
  const target = route.place ?? shownHeading(route);
  if (!target.matches("a, button, input, select, [tabindex]")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  if (route.place === undefined) scrollTo(0, 0);
  else route.place.scrollIntoView();
};

// A table wider than the window can be moved by the keyboard, too.
const letScroll = () => {
  for (const box of document.querySelectorAll("main > section:not([hidden]) .scroll:not(.tall)")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
};
addEventListener("resize", letScroll);

let route = { view: "home" };
onLanguage(() => showTitle(route));

const show = () => {
  const address = readAddress();
  if (address.anchor === "main") return; // The skip link leads into whatever is shown.
  const found = address.anchor === "" ? routeOfPath(address.path) : routeOfAnchor(address.anchor);
  if (address.anchor !== "" && current.params.has("theme")) address.params.set("theme", current.params.get("theme"));
  missing.hidden = found !== undefined;
  route = found ?? { view: "home" };
  current = address;
  const { selection, order } = applyFilter(address.params);
  if (route.view === "one-rule") showRule(route.rule, selection, order, address.params);
  if (route.view === "one-result") showCard(route.subject, route.column, address.params);
  showSheet(route.view === "m" ? route.subject : undefined, address.params);
  if (route.view === "one-subject") showSubject(route.subject, address.params);
  if (route.view === "one-group") showGroup(route.group, address.params);
  if (route.view === "one-group-result") showGroupCard(route.result, address.params);
  showSections(route);
  showContents(route, address.params);
  showTools(address.params, selection, isFiltered(route));
  showTitle(route);
  tools.shown = {
    path: address.path.length === 0 ? [route.view] : address.path, selection, order,
    subject: route.subject, rule: route.rule ?? route.column?.rule ?? route.result?.rule, sections: views.get(route.view),
    isResults: ["home", "matrix", "m", "one-subject", "one-rule", "one-result"].includes(route.view),
  };
  const place = JSON.stringify([address.anchor, address.path]);
  const isMove = shownAddress !== null ? shownAddress !== place : location.hash.length > 2;
  shownAddress = place;
  letScroll();
  if (route.view === "matrix") drawnGrid?.show(selection, order, address.params);
  if (isMove) moveFocus(route);
  document.documentElement.dataset.address = location.hash; // Of what is shown now: a change of the address is told later.
};

// A change of the filter is no step back; another view is.
tools.change = (key, value) => {
  const params = new URLSearchParams(current.params);
  if (key === null) filterKeys.forEach((each) => params.delete(each));
  else if (value === "") params.delete(key);
  else params.set(key, value);
  const path = current.anchor === "" || current.anchor === undefined ? current.path : pathOf(route);
  history.replaceState(null, "", addressOf(path, params));
  show();
};

const pathOf = ({ view, subject, rule, column, group, result }) => {
  if (view === "home") return [];
  if (view === "one-rule") return ["r", rule.id];
  if (view === "one-result") return cardPath(subject, column);
  if (view === "one-subject") return ["m", subject.code];
  if (view === "one-group") return groupPath(group);
  if (view === "one-group-result") return groupCardPath(result);
  return subject === undefined ? [view] : [view, subject.code];
};

// Links of the report to records, rules and findings open their views and keep the filter.
const cardOfFinding = (anchor) => {
  const article = document.getElementById(anchor)?.closest("article.sheet");
  const subject = article ? subjectByAnchor.get(article.id) : undefined;
  const column = subject && columnByFinding(subject, anchor);
  return column && { view: "one-result", subject, column };
};
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]:not([href^="#/"])');
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const anchor = decodeURIComponent(link.hash.slice(1));
  const target = anchor.startsWith("f-") ? cardOfFinding(anchor) : routeOfAnchor(anchor);
  if (target === undefined || target.view === "home" || target.place !== undefined) return;
  event.preventDefault();
  location.hash = addressOf(pathOf(target), current.params);
});

document.documentElement.classList.add("views");
addEventListener("hashchange", show);
show();
