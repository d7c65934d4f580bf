
// --- The address behind `#`: `#/m/142115?zone=kensei` names a view and a filter, anything else a place in the page. ---
const readAddress = () => {
  const hash = location.hash.slice(1);
  if (hash !== "" && !hash.startsWith("/")) {
    let anchor = hash;
    try { anchor = decodeURIComponent(hash); } catch { /* as it is */ }
    return { anchor, path: [], params: new URLSearchParams() };
  }
  const [path, query = ""] = hash.split("?");
  const parts = path.split("/").filter((part) => part !== "").map((part) => {
    try { return decodeURIComponent(part); } catch { return part; }
  });
  return { anchor: "", path: parts, params: new URLSearchParams(query) };
};

const addressOf = (path, params) => {
  const query = params.toString().replaceAll("%2C", ",");
  return "#/" + path.map(encodeURIComponent).join("/") + (query === "" ? "" : "?" + query);
};
