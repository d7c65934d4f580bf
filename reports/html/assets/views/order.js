
// --- The order of records: as the report gives them, by gap, or by likeness. ---
const countOf = (row, id) => {
  let number = 0;
  for (const letter of data.rows[row]) if (verdictOf.get(letter)?.id === id) ++number;
  return number;
};

const byGap = () => {
  const gaps = subjects.map(({ row }) => [countOf(row, "unmet"), countOf(row, "undecided")]);
  return subjects.map(({ row }) => row)
    .sort((a, b) => gaps[b][0] - gaps[a][0] || gaps[b][1] - gaps[a][1] || a - b);
};

const distance = (a, b) => {
  let number = 0;
  for (let at = 0; at < a.length; ++at) if (a[at] !== b[at]) ++number;
  return number;
};

// A chain from who has the largest gap: next comes whose verdicts differ least, among equals who stands first.
const byLikeness = () => {
  const rest = subjects.map(({ row }) => row);
  const chain = [];
  let next = byGap()[0];
  while (next !== undefined) {
    chain.push(next);
    rest.splice(rest.indexOf(next), 1);
    const last = data.rows[next];
    let least = Infinity;
    next = undefined;
    for (const row of rest) {
      const difference = distance(last, data.rows[row]);
      if (difference < least) {
        least = difference;
        next = row;
      }
    }
  }
  return chain;
};

const orders = { gap: byGap, similar: byLikeness };
const made = new Map();

// Rows in an order; each is worked out once.
const rowsInOrder = (name) => {
  if (!(name in orders)) return subjects.map(({ row }) => row);
  if (!made.has(name)) made.set(name, orders[name]());
  return made.get(name);
};
