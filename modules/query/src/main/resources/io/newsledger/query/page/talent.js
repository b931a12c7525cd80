// Talent: who went from where to where in a period.
import * as charts from "./charts.js";
import { choice, h, table } from "./dom.js";
import * as proof from "./proof.js";
import { change, go, to } from "./router.js";
import * as words from "./words.js";

const UNTOLD = "not told";
const MOST = 40;

export async function load({ ask, parameters }) {
  const { period } = parameters;
  const all = await ask("/flows");
  return { all, flows: period ? await ask("/flows", { period }) : all, period: period || "", open: parameters.ends === "all" };
}

export function view({ all, flows, period, open }) {
  const told = flows.links.filter((one) => one.from && one.to);
  const half = flows.links.filter((one) => !one.from || !one.to);
  const drawn = (open ? flows.links : told).slice(0, MOST);
  const when = period ? "in " + words.date(period) : "in all that is told";
  const people = (links) => links.reduce((sum, one) => sum + one.people + one.doubtful, 0);
  return {
    title: "Talent" + (period ? ", " + words.date(period) : ""),
    content: [
      h("h1", {}, "Who moves where"),
      h("p", { class: "lead" }, "People between organisations " + when + ". On the left whom they left, on the right whom "
        + "they joined. With “?” those whose step is only rumoured, or denied by some."),
      h("div", { class: "asks" },
        choice("Period", "period", [["", "All time"], ...periods(all)], period, (value) => go(change({ period: value || null }))),
        h("label", { class: "tick" }, h("input", { type: "checkbox", checked: open,
          onchange: (event) => go(change({ ends: event.target.checked ? "all" : null })) }),
        "Also those of whom only one end is told")),
      flows.links.length ? h("div", { class: "pair" },
        h("div", {},
          drawn.length ? charts.chart("Flows of people between organisations " + when + "; the table says the same",
            drawn.length > 12 ? "tall" : "", (colours, narrow) => sankey(drawn, colours, narrow),
            (event) => event.dataType === "edge" && proof.open(event.data.key))
            : h("p", { class: "note" }, "Of nobody both ends are told " + when + "."),
          half.length && !open ? h("p", { class: "note" }, words.count(people(half), "step")
            + " of which only one end is told: in the table, and in the picture if you ask for it.") : null),
        table("Steps " + when, [{ head: "From" }, { head: "To" }, { head: "People", number: true }],
          flows.links.map((one) => row(one, flows)))) : h("p", { class: "note" }, "No movement is told " + when + "."),
      flows.flows.length ? [h("h2", {}, "Organisations"), organisations(flows.flows, period)] : null,
    ],
  };
}

/** The years, and in them the quarters, that movements are dated in; the newest first. */
function periods(flows) {
  const found = new Set();
  for (const { movement } of flows.movements) {
    if (movement.date) {
      found.add(movement.date.slice(0, 4));
      if (movement.date.length >= 7) {
        found.add(movement.date.slice(0, 4) + "-Q" + Math.ceil(Number(movement.date.slice(5, 7)) / 3));
      }
    }
  }
  return [...found].sort((one, other) => {
    const years = other.slice(0, 4).localeCompare(one.slice(0, 4));
    return years || (one.length - other.length) || other.localeCompare(one);
  }).map((one) => [one, words.date(one)]);
}

function row(link, flows) {
  const name = (of) => (of ? h("a", { href: to("organisation", of) }, of) : h("span", { class: "soft" }, UNTOLD));
  const steps = flows.movements.filter((one) => link.movements.includes(one.movement.id));
  return { unsure: link.people === 0, cells: [name(link.from), name(link.to),
    proof.why(key(link), {
      title: (link.from || "Elsewhere") + " to " + (link.to || "elsewhere"),
      words: words.list(steps.map((one) => one.name)) + ".",
      claims: steps.flatMap((one) => one.movement.claims), against: steps.flatMap((one) => one.movement.against),
      by: flows.claims,
    }, words.people(link.people, link.doubtful))] };
}

function key(link) {
  return "flow " + (link.from || "") + " to " + (link.to || "");
}

function sankey(links, colours, narrow) {
  const left = [...new Set(links.map((one) => one.from || UNTOLD))];
  const right = [...new Set(links.map((one) => one.to || UNTOLD))];
  const tint = new Map([...new Set([...left, ...right])].sort().map((name, i) => [name, colours.series[i % colours.series.length]]));
  const node = (side, name) => ({ name: side + name, itemStyle: { color: tint.get(name), borderWidth: 0 },
    label: { position: side === "from " ? "left" : "right" } });
  const edge = narrow ? 92 : 150;
  return {
    tooltip: charts.tooltip(colours, (event) => (event.dataType === "edge" ? event.data.words : event.name.replace(/^(from|to) /, ""))),
    series: [{
      type: "sankey", left: edge, right: edge, top: 8, bottom: 8, nodeWidth: 9, nodeGap: narrow ? 8 : 12, draggable: false,
      emphasis: { focus: "adjacency" }, layoutIterations: 64,
      label: { color: colours.ink, fontSize: narrow ? 11 : 13, width: edge - 12, overflow: "truncate",
        formatter: (event) => event.name.replace(/^(from|to) /, "") },
      lineStyle: { color: "source", opacity: 0.34, curveness: 0.5 },
      data: [...left.map((name) => node("from ", name)), ...right.map((name) => node("to ", name))],
      links: links.map((one) => ({
        source: "from " + (one.from || UNTOLD), target: "to " + (one.to || UNTOLD), value: one.people + one.doubtful * 0.6,
        key: key(one), words: (one.from || UNTOLD) + " → " + (one.to || UNTOLD) + ": " + words.people(one.people, one.doubtful),
        lineStyle: one.people ? {} : { opacity: 0.16 },
      })),
    }],
  };
}

function organisations(flows, period) {
  const sorted = [...flows].sort((one, other) =>
    other.arrivals + other.departures - one.arrivals - one.departures || one.organisation.localeCompare(other.organisation));
  const range = bounds(period);
  return table("Everybody told of, with the other end or without", [{ head: "Organisation" }, { head: "Came", number: true },
    { head: "Left", number: true }, { head: "Balance", number: true }], sorted.map((one) => ({
    unsure: one.arrivals + one.departures === 0,
    cells: [h("a", { href: to("organisation", one.organisation, range) }, one.organisation),
      words.people(one.arrivals, one.doubtfulArrivals), words.people(one.departures, one.doubtfulDepartures),
      signed(one.arrivals - one.departures)],
  })));
}

export function signed(number) {
  return number > 0 ? "+" + number : number < 0 ? "−" + -number : "0";
}

/** A period as from and to. */
export function bounds(period) {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  const month = (number) => String(number).padStart(2, "0");
  return !period ? {} : quarter
    ? { from: quarter[1] + "-" + month(quarter[2] * 3 - 2), to: quarter[1] + "-" + month(quarter[2] * 3) }
    : { from: period, to: period };
}
