// Elements from code. Text of the ledger goes into the page as text, never as markup.

/** An element; `on…` properties are listeners, null, undefined and false are left out. */
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  fill(element, properties, children);
  return element;
}

/** The same for drawings. */
export function svg(tag, properties, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  fill(element, properties, children);
  return element;
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties || {})) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child || child === 0));
}

/** Tells a screen reader what a change of the page means. */
export function say(text) {
  document.getElementById("said").textContent = text;
}

/** A table with a caption; columns are `{head, number}`, rows arrays of cells, the first a heading. */
export function table(caption, columns, rows) {
  const cell = (column, i, content) => {
    const tag = i === 0 ? "th" : "td";
    return h(tag, { class: column.number ? "number" : null, scope: i === 0 ? "row" : null }, content);
  };
  return h("div", { class: "scroll" }, h("table", {},
    h("caption", {}, caption),
    h("thead", {}, h("tr", {}, columns.map((column) =>
      h("th", { scope: "col", class: column.number ? "number" : null }, column.head)))),
    h("tbody", {}, rows.map((row) => h("tr", { class: row.unsure ? "unsure" : null },
      columns.map((column, i) => cell(column, i, row.cells[i])))))));
}

/** A choice; options are `[value, words]`. */
export function choice(label, name, options, chosen, change) {
  return h("label", {}, label, h("select", { name, onchange: (event) => change(event.target.value) },
    options.map(([value, words]) => h("option", { value, selected: value === chosen }, words))));
}
