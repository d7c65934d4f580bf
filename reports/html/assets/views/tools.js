
// --- The bar over every view: filter, order, and what can be done with what is shown. ---
const tools = { sections: [], change: () => {}, shown: undefined };

const field = (id, title, control) => el("div", { class: "field" }, el("label", { for: id }, both(title)), control);

const chooser = (key, title, entries, all = text("all")) => {
  const control = el("select", { id: `f-${key}`, name: key }, ...(all === undefined ? [] : [option("", all)]),
    ...entries.map(([value, content]) => option(value, content)));
  control.addEventListener("change", () => tools.change(key, control.value));
  return field(control.id, title, control);
};

const occurring = verdicts.filter(({ letter }) => data.rows.some((row) => row.includes(letter)));

const verdictBoxes = el("fieldset", { class: "field verdicts" }, el("legend", {}, say("verdict")),
  ...occurring.map((verdict) => {
    const box = el("input", { type: "checkbox", id: `f-v-${verdict.id}`, value: verdict.id });
    box.addEventListener("change", () => {
      const chosen = [...verdictBoxes.querySelectorAll("input:checked")].map(({ value }) => value);
      tools.change("verdict", chosen.join(","));
    });
    return el("span", { class: "box" }, box, el("label", { for: box.id }, chipOf(verdict)));
  }));

const searchBox = el("input", { type: "search", id: "f-q", name: "q", autocomplete: "off" });
searchBox.addEventListener("input", () => tools.change("q", searchBox.value));

const used = (list, key) =>
  list.filter(({ id }) => [...rules.values()].some((rule) => rule[key] === id)).map(({ id, title }) => [id, title]);

const button = (title, act) => {
  const element = el("button", { type: "button" }, both(title));
  element.addEventListener("click", act);
  return element;
};

const clearButton = button(text("clear"), () => tools.change(null));
const shownCount = el("span", { class: "shown" });
const statusLine = el("p", { class: "status" }, el("span", { "aria-live": "polite", role: "status" }, shownCount), " ", clearButton);
const announcement = el("span", { class: "announcement", role: "status" });

const filterBar = el("form", { class: "filter", role: "search" },
  field("f-q", text("text"), searchBox),
  zones.length === 0 ? "" : chooser("zone", text("zone"), zones.map(({ code, name }) => [code, name])),
  chooser("topic", text("topic"), used(topics, "topic")),
  chooser("actor", text("actor"), used(actors, "actor")),
  data.hasBaseline
    ? chooser("baseline", text("baseline"), [["new", text("baselineNew")], ["known", text("baselineKnown")]]) : "",
  chooser("sort", text("sort"), [["gap", text("sortGap")], ["similar", text("sortSimilar")]], text("sortGiven")),
  verdictBoxes);
labelled(filterBar, text("filter"));
filterBar.addEventListener("submit", (event) => event.preventDefault());

const linkToHere = () => {
  const search = new URLSearchParams(location.search);
  search.set("lang", language());
  return `${location.href.split(/[?#]/)[0]}?${search}${location.hash}`;
};

// Printing shows what is on the screen, or the whole report.
const printChoice = el("select", { id: "f-print" }, option("view", text("printView")), option("whole", text("printWhole")));

const toolBar = el("div", { class: "actions", role: "group" },
  button(text("copyLink"), async () => {
    const done = await copyText(linkToHere());
    announcement.replaceChildren(say(done ? "copied" : "copyFailed"));
  }),
  button(text("saveCsv"), () => saveCsv(tools.shown)),
  button(text("saveJson"), () => saveJson(tools.shown)),
  field("f-print", text("printTitle"), printChoice),
  button(text("print"), () => print()),
  chooser("theme", text("theme"), [["light", text("light")], ["dark", text("dark")]], text("system")),
  announcement);
labelled(toolBar, text("tools"));

// Closed at first, so that the report's own first lines stay in sight; open where the address brings a filter along.
const filterBox = el("details", { class: "control", open: hasFilter(readAddress().params) },
  el("summary", {}, say("filter")), filterBar);
const toolBox = el("details", { class: "control" }, el("summary", {}, say("tools")), toolBar);
const controls = el("div", { class: "controls" }, filterBox, toolBox, statusLine);

let hiddenBefore = [];
addEventListener("beforeprint", () => {
  if (printChoice.value !== "whole") return;
  document.documentElement.classList.remove("views");
  hiddenBefore = [...document.querySelectorAll("main [hidden]")].filter((each) => each.closest(".made") === null);
  hiddenBefore.push(...[...document.querySelectorAll(".made")].filter((each) => !each.hidden));
  hiddenBefore.forEach((each) => { each.hidden = !each.hidden; });
});
addEventListener("afterprint", () => {
  document.documentElement.classList.add("views");
  hiddenBefore.forEach((each) => { each.hidden = !each.hidden; });
  hiddenBefore = [];
});

const showTools = (params, selection, isFiltered) => {
  if (document.activeElement !== searchBox) searchBox.value = params.get("q") ?? "";
  for (const key of ["zone", "topic", "actor", "baseline", "sort", "theme"]) {
    const control = document.getElementById(`f-${key}`);
    if (control !== null) control.value = params.get(key) ?? "";
  }
  for (const box of verdictBoxes.querySelectorAll("input"))
    box.checked = selection.filter.verdicts.has(box.value);
  const [ja, en] = data.words.shown.map((template) =>
    template.replace("{n}", String(selection.subjects.length)).replace("{total}", String(subjects.length)));
  shownCount.replaceChildren(both({ ja, en }));
  clearButton.hidden = !hasFilter(params);
  filterBox.hidden = statusLine.hidden = !isFiltered;
  document.documentElement.dataset.theme = params.get("theme") ?? "";
  announcement.replaceChildren();
};
