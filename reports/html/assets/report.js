// Beside the language switch, which works without it: the document's language and title follow the switch, and
// `?lang=en` in the address chooses it.
(() => {
  const buttons = [...document.querySelectorAll('input[name="lang"]')];
  const follow = () => {
    const chosen = buttons.find((button) => button.checked);
    document.documentElement.lang = chosen.id.slice(5);
    document.title = chosen.dataset.title;
  };
  const wanted = new URLSearchParams(location.search).get("lang");
  const button = buttons.find((candidate) => candidate.id === "lang-" + wanted);
  if (button) button.checked = true;
  buttons.forEach((candidate) => candidate.addEventListener("change", follow));
  follow();
})();
