
// --- Elements in two languages, made without markup: a text of the report is never read as HTML. ---
const el = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};

// Both languages, of which the page shows one.
const both = ({ ja, en }) => {
  const fragment = document.createDocumentFragment();
  if (ja === en) fragment.append(ja);
  else fragment.append(el("i", { lang: "ja" }, ja), el("i", { lang: "en" }, en));
  return fragment;
};
const say = (id) => both(text(id));

const language = () => document.documentElement.lang;
const inLanguage = (content) => content[language()];

// For what can hold one text only: an option, a placeholder, a label. Said anew when the language changes.
const relabels = [];
const onLanguage = (relabel) => {
  relabels.push(relabel);
  relabel();
};
document.querySelectorAll('input[name="lang"]').forEach((button) =>
  button.addEventListener("change", () => relabels.forEach((relabel) => relabel())));

const option = (value, content) => {
  const element = el("option", { value });
  onLanguage(() => { element.textContent = inLanguage(content); });
  return element;
};
const labelled = (element, content, attribute = "aria-label") => {
  onLanguage(() => element.setAttribute(attribute, inLanguage(content)));
  return element;
};

const chipOf = (verdict) =>
  el("span", { class: "verdict" }, el("b", { class: `mk v-${verdict.id}` }), el("span", { class: "word" }, both(verdict.word)));

const headRow = (...titles) =>
  el("thead", {}, el("tr", {}, ...titles.map((title) => el("th", { scope: "col" }, both(title)))));

// A copy of what stands elsewhere in the page, without its ids.
const copyOf = (element) => {
  const copy = element.cloneNode(true);
  [copy, ...copy.querySelectorAll("[id]")].forEach((each) => each.removeAttribute("id"));
  [copy, ...copy.querySelectorAll("[hidden]")].forEach((each) => { each.hidden = false; });
  copy.querySelectorAll(".to-card").forEach((each) => each.remove());
  return copy;
};
const childrenOf = (element) => [...copyOf(element).childNodes];

// What a reader in one language sees of an element.
const shownText = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(`i[lang]:not([lang="${language()}"]), [hidden]`).forEach((other) => other.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
};
