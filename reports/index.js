"use strict";
// Sorting and filtering of a page that is whole without it.
const value = (row, column) => {
  const text = row.cells[column].textContent.trim();
  return [row.cells[column].classList.contains("number") ? parseFloat(text) : NaN, text];
};
const order = ([a, left], [b, right], down) => {
  if (left === "" || right === "") return (left === "") - (right === ""); // no value: at the end
  const by = Number.isNaN(a) || Number.isNaN(b) ? left.localeCompare(right, "en") : a - b;
  return down ? -by : by;
};
const sort = (table, header) => {
  const column = header.cellIndex;
  const down = header.getAttribute("aria-sort") !== "descending" && (header.classList.contains("number")
    || header.getAttribute("aria-sort") === "ascending");
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", down ? "descending" : "ascending");
  const body = table.tBodies[0];
  const keyed = Array.from(body.rows, (row) => [value(row, column), row]);
  keyed.sort((a, b) => order(a[0], b[0], down));
  body.replaceChildren(...keyed.map(([, row]) => row));
};
for (const table of document.querySelectorAll("table.results")) {
  for (const header of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = header.textContent;
    button.title = header.title;
    button.addEventListener("click", () => sort(table, header));
    header.removeAttribute("title");
    header.replaceChildren(button);
  }
}
const rows = Array.from(document.querySelectorAll("table.results tbody tr"), (row) =>
  [row, row.cells[0].textContent.toLowerCase()]);
const find = document.getElementById("find");
const verdict = document.getElementById("verdict");
const flagged = document.getElementById("flagged");
const filter = () => {
  const words = find.value.trim().toLowerCase();
  let shown = 0;
  for (const [row, name] of rows) {
    row.hidden = !(name.includes(words) && (!verdict.value || row.dataset.verdict === verdict.value)
      && (!flagged.checked || "flagged" in row.dataset));
    shown += !row.hidden;
  }
  document.getElementById("shown").textContent = `${shown} of ${rows.length} shown`;
};
const controls = document.querySelector("form.controls");
controls.hidden = false;
controls.addEventListener("submit", (event) => event.preventDefault());
controls.addEventListener("input", filter);
filter();
