
// --- The matrix as a table: rows and columns that the filter leaves, in the chosen order. ---
const gridTable = document.querySelector("table.matrix");
const gridRows = gridTable === null ? [] : [...gridTable.tBodies[0].rows];

const filterGridHead = (selection) => {
  const [topicRow, ruleRow] = gridTable.tHead.rows;
  const shown = new Set(selection.columns.map((column) => column.at));
  let at = 0;
  for (const topic of [...topicRow.cells].slice(1)) {
    topic.dataset.span ??= topic.colSpan;
    let number = 0;
    for (let inside = 0; inside < Number(topic.dataset.span); ++inside, ++at) {
      ruleRow.cells[at].hidden = !shown.has(at);
      if (shown.has(at)) ++number;
    }
    topic.hidden = number === 0;
    if (number !== 0) topic.colSpan = number;
  }
  return shown;
};

const filterGrid = (selection) => {
  if (gridTable === null) return;
  const shown = filterGridHead(selection);
  const dims = selection.filter.verdicts.size !== 0 || selection.filter.baseline !== "";
  for (const subject of subjects) {
    const row = gridRows[subject.row];
    row.hidden = !selection.rows.has(subject.row);
    if (row.hidden) continue;
    for (const column of columns) {
      const cell = row.cells[column.at + 1];
      cell.hidden = !shown.has(column.at);
      if (!cell.hidden) cell.classList.toggle("dim", dims && !cellMatches(selection.filter, subject, column));
    }
  }
};

const orderGrid = (order) => {
  if (gridTable !== null) gridTable.tBodies[0].append(...order.map((row) => gridRows[row]));
};
