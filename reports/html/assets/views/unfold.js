
// --- What a large page holds folded: parts of its own markup, deflated. They take their places again before the views
// start. The program escaped them with the rest of the page, and its policy lets no script in them run. ---
const unfold = async (script) => {
  const bytes = Uint8Array.from(atob(script.textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const part = document.createElement("template");
  part.innerHTML = await new Response(stream).text();
  return part.content;
};

const whenUnfolded = (start) => {
  const scripts = [...document.querySelectorAll(".folded > script")];
  if (scripts.length === 0) {
    start();
    return;
  }
  const notice = document.getElementById("unfolding-failed");
  const { classList } = document.documentElement;
  classList.add("unfolding");
  Promise.all(scripts.map(unfold)).then((parts) => {
    parts.forEach((part, at) => scripts[at].parentElement.replaceWith(part));
    notice.remove();
    classList.remove("unfolding");
    start();
  }, () => {
    classList.remove("unfolding");
    notice.hidden = false;
  });
};
