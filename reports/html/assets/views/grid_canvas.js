
// --- The matrix drawn: of half a million cells only those in sight. The cursor is read out; the tables of one record
// or one rule, to which it leads, hold the same as text. ---
const cellWidth = 24;
const cellHeight = 24;
const headHeight = 176;
const nameWidth = 136;

// Colours come from the style sheet, in whichever theme, by way of an element that has them.
const paintOf = (className) => {
  const probe = el("b", { class: className });
  document.body.append(probe);
  const { backgroundColor, color, borderTopColor, borderTopWidth } = getComputedStyle(probe);
  probe.remove();
  return { back: backgroundColor, text: color, border: borderTopColor, width: parseFloat(borderTopWidth) };
};

class DrawnGrid {
  constructor(host) {
    this.canvas = el("canvas");
    this.size = el("div", { class: "drawn-size" }, this.canvas);
    this.box = el("div", { class: "drawn", tabindex: "0", role: "application", "aria-describedby": "drawn-help" }, this.size);
    this.readOut = el("p", { class: "read-out", role: "status" });
    this.links = el("p", { class: "card-links" });
    labelled(this.box, text("grid"));
    host.append(el("p", { class: "hint", id: "drawn-help" }, say("canvasHelp")), this.box, this.readOut, this.links);
    this.row = 0;
    this.column = 0;
    this.rows = [];
    this.columns = [];
    this.box.addEventListener("scroll", () => this.draw());
    this.box.addEventListener("keydown", (event) => this.press(event));
    this.canvas.addEventListener("click", (event) => this.point(event));
    this.canvas.addEventListener("dblclick", () => this.enter());
    new ResizeObserver(() => this.draw()).observe(this.box);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
    onLanguage(() => this.draw());
  }

  show(selection, order, params) {
    this.params = params;
    this.rows = order.filter((row) => selection.rows.has(row));
    this.columns = selection.columns;
    this.row = Math.min(this.row, Math.max(0, this.rows.length - 1));
    this.column = Math.min(this.column, Math.max(0, this.columns.length - 1));
    this.size.style.width = `${nameWidth + this.columns.length * cellWidth}px`;
    this.size.style.height = `${headHeight + this.rows.length * cellHeight}px`;
    this.tell();
    this.draw();
  }

  draw() {
    const [width, height] = [this.box.clientWidth, this.box.clientHeight];
    if (width === 0) return;
    const ratio = devicePixelRatio;
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    const pen = this.canvas.getContext("2d");
    pen.scale(ratio, ratio);
    this.pen = pen;
    this.paint = { page: paintOf("drawn-page"), quiet: paintOf("drawn-quiet") };
    this.marks = new Map(verdicts.map((verdict) => [verdict.letter, paintOf(`mk v-${verdict.id}`)]));
    this.font = getComputedStyle(document.body).fontFamily;
    this.left = this.box.scrollLeft;
    this.top = this.box.scrollTop;
    pen.fillStyle = this.paint.page.back;
    pen.fillRect(0, 0, width, height);
    this.drawCells(width, height);
    this.drawNames(height);
    this.drawHead(width);
    this.drawCursor();
  }

  within(length, scrolled, fixed, size, count) {
    const first = Math.max(0, Math.floor(scrolled / size));
    return [first, Math.min(count, Math.ceil((scrolled + length - fixed) / size))];
  }

  drawCells(width, height) {
    const { pen } = this;
    const [firstRow, lastRow] = this.within(height, this.top, headHeight, cellHeight, this.rows.length);
    const [firstColumn, lastColumn] = this.within(width, this.left, nameWidth, cellWidth, this.columns.length);
    pen.font = `700 12px ${this.font}`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    for (let at = firstRow; at < lastRow; ++at)
      for (let column = firstColumn; column < lastColumn; ++column) this.drawCell(at, column);
  }

  drawCell(at, column) {
    const { pen } = this;
    const verdict = verdictAt(this.rows[at], this.columns[column].at);
    if (verdict === undefined) return;
    const paint = this.marks.get(verdict.letter);
    const x = nameWidth + column * cellWidth - this.left + 2;
    const y = headHeight + at * cellHeight - this.top + 2;
    const back = verdict.id === "undecided" ? this.paint.quiet.border : paint.back;
    pen.fillStyle = back;
    pen.fillRect(x, y, cellWidth - 4, cellHeight - 4);
    if (paint.width > 1) {
      pen.strokeStyle = paint.border;
      pen.lineWidth = paint.width - 1;
      pen.strokeRect(x + 1, y + 1, cellWidth - 6, cellHeight - 6);
    }
    pen.fillStyle = verdict.id === "undecided" ? this.paint.page.text : paint.text;
    pen.fillText(inLanguage(verdict.mark), x + cellWidth / 2 - 2, y + cellHeight / 2 - 1);
  }

  // As much of a text as fits.
  fit(content, length) {
    if (this.pen.measureText(content).width <= length) return content;
    const parts = [...content];
    while (parts.length > 1 && this.pen.measureText(`${parts.join("")}…`).width > length) parts.pop();
    return `${parts.join("")}…`;
  }

  drawNames(height) {
    const { pen } = this;
    const [first, last] = this.within(height, this.top, headHeight, cellHeight, this.rows.length);
    pen.fillStyle = this.paint.page.back;
    pen.fillRect(0, 0, nameWidth, height);
    pen.font = `13px ${this.font}`;
    pen.textAlign = "left";
    for (let at = first; at < last; ++at) {
      pen.fillStyle = this.paint.page.text;
      const y = headHeight + at * cellHeight - this.top;
      pen.fillText(this.fit(inLanguage(subjects[this.rows[at]].name), nameWidth - 8), 2, y + cellHeight / 2);
    }
  }

  drawHead(width) {
    const { pen } = this;
    const [first, last] = this.within(width, this.left, nameWidth, cellWidth, this.columns.length);
    pen.fillStyle = this.paint.page.back;
    pen.fillRect(0, 0, width, headHeight);
    pen.fillStyle = this.paint.page.text;
    pen.font = `12px ${this.font}`;
    pen.save();
    pen.beginPath();
    pen.rect(nameWidth, 0, width - nameWidth, headHeight);
    pen.clip();
    for (let column = first; column < last; ++column) {
      pen.save();
      pen.translate(nameWidth + column * cellWidth - this.left + cellWidth / 2, headHeight - 6);
      pen.rotate(-Math.PI / 2);
      pen.fillText(this.fit(inLanguage(this.columns[column].title), headHeight - 12), 0, 0);
      pen.restore();
    }
    pen.restore();
    pen.strokeStyle = this.paint.quiet.text;
    pen.beginPath();
    pen.moveTo(0, headHeight - 0.5);
    pen.lineTo(width, headHeight - 0.5);
    pen.stroke();
  }

  drawCursor() {
    const x = nameWidth + this.column * cellWidth - this.left;
    const y = headHeight + this.row * cellHeight - this.top;
    if (this.rows.length === 0 || x < nameWidth || y < headHeight) return;
    this.pen.strokeStyle = this.paint.page.text;
    this.pen.lineWidth = 2;
    this.pen.strokeRect(x + 1, y + 1, cellWidth - 2, cellHeight - 2);
  }

  press(event) {
    const page = Math.max(1, Math.floor((this.box.clientHeight - headHeight) / cellHeight) - 1);
    const steps = {
      ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
      PageUp: [-page, 0], PageDown: [page, 0],
      Home: event.ctrlKey ? [-Infinity, -Infinity] : [0, -Infinity], End: event.ctrlKey ? [Infinity, Infinity] : [0, Infinity],
    };
    if (event.key === "Enter") this.enter();
    else if (event.key in steps) this.move(...steps[event.key]);
    else return;
    event.preventDefault();
  }

  move(rows, columnSteps) {
    const bound = (value, count) => Math.min(Math.max(value, 0), Math.max(0, count - 1));
    this.row = bound(this.row + rows, this.rows.length);
    this.column = bound(this.column + columnSteps, this.columns.length);
    this.bringIntoSight();
    this.tell();
    this.draw();
  }

  bringIntoSight() {
    const { box } = this;
    const [x, y] = [this.column * cellWidth, this.row * cellHeight];
    box.scrollLeft = Math.min(x, Math.max(box.scrollLeft, x + cellWidth + nameWidth - box.clientWidth));
    box.scrollTop = Math.min(y, Math.max(box.scrollTop, y + cellHeight + headHeight - box.clientHeight));
  }

  // A name opens its table; a cell takes the cursor.
  point(event) {
    const [inNames, inHead] = [event.offsetX < nameWidth, event.offsetY < headHeight];
    const column = inNames ? this.column : Math.floor((event.offsetX - nameWidth + this.box.scrollLeft) / cellWidth);
    const row = inHead ? this.row : Math.floor((event.offsetY - headHeight + this.box.scrollTop) / cellHeight);
    if ((inNames && inHead) || row >= this.rows.length || column >= this.columns.length) return;
    if (inNames) location.hash = addressOf(["m", subjects[this.rows[row]].code], this.params);
    if (inHead) location.hash = addressOf(["r", this.columns[column].rule.id], this.params);
    if (inNames || inHead) return;
    this.row = row;
    this.column = column;
    this.tell();
    this.draw();
  }

  get chosen() {
    if (this.rows.length === 0 || this.columns.length === 0) return undefined;
    return { subject: subjects[this.rows[this.row]], column: this.columns[this.column] };
  }

  // 「千代田区 避難所の指定 目標未達 …」
  tell() {
    const { chosen } = this;
    if (chosen === undefined) {
      this.readOut.replaceChildren(say("nothing"));
      this.links.replaceChildren();
      return;
    }
    const { subject, column } = chosen;
    const verdict = verdictAt(subject.row, column.at);
    this.readOut.replaceChildren(both(subject.name), " ", both(column.title), " ",
      verdict === undefined ? "" : chipOf(verdict), " ", messageOf(subject, column));
    this.links.replaceChildren(
      el("a", { href: addressOf(["m", subject.code], this.params) }, both(subject.name)),
      el("a", { href: addressOf(["r", column.rule.id], this.params) }, both(column.rule.title)),
      verdict === undefined ? "" : el("a", { href: addressOf(cardPath(subject, column), this.params) }, say("show")));
  }

  enter() {
    const { chosen } = this;
    if (chosen !== undefined && verdictAt(chosen.subject.row, chosen.column.at) !== undefined)
      location.hash = addressOf(cardPath(chosen.subject, chosen.column), this.params);
  }
}

const drawnHost = document.getElementById("drawn-matrix");
const drawnGrid = drawnHost === null ? null : new DrawnGrid(drawnHost);
