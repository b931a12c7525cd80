// Today: what the news changed, newest first.
import { h } from "./dom.js";
import * as proof from "./proof.js";
import { change, to } from "./router.js";
import * as words from "./words.js";

const USUAL = 60;
const MOST = 480;
const KINDS = { "": "Everything", alerts: "Alerts", shifts: "Shifts", moves: "Moves" };

export async function load({ ask, parameters }) {
  const limit = Math.min(Number(parameters.limit) || USUAL, MOST);
  const show = parameters.show || "";
  const nothing = { alerts: [], shifts: [], movements: [], claims: {} };
  const [alerts, shifts, moves] = await Promise.all([
    !show || show === "alerts" ? ask("/alerts") : nothing,
    !show || show === "shifts" ? ask("/shifts") : nothing,
    !show || show === "moves" ? ask("/movements", { limit }) : nothing,
  ]);
  return { alerts, shifts, moves, limit, show };
}

export function view({ alerts, shifts, moves, limit, show }, { parameters }) {
  const items = [
    ...alerts.alerts.map((one) => ({ day: raised(one, alerts.claims), rank: 0, element: () => alert(one, alerts.claims) })),
    ...shifts.shifts.map((one) => ({ day: seen(one, shifts.claims), rank: 1, element: () => shift(one, shifts.claims) })),
    ...moves.movements.map((one) => ({ day: one.told || "", rank: 2, element: () => move(one, moves.claims) })),
  ];
  // What is told of moves ends somewhere; older alerts and shifts wait until that far is shown.
  const oldest = moves.next ? moves.movements.at(-1).told || "" : "";
  const wanted = items.filter((one) => one.day >= oldest);
  wanted.sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : one.rank - other.rank));
  const days = new Map();
  for (const one of wanted) {
    days.set(one.day, [...(days.get(one.day) || []), one]);
  }
  return {
    title: "Today",
    content: [
      h("h1", {}, "What the news changed"),
      h("p", { class: "lead" }, "Newest first, by the day it was published. Select any line to read the sentences it stands on."),
      h("div", { class: "tabs" },
        Object.entries(KINDS).map(([kind, name]) =>
          h("a", { href: change({ show: kind || null, limit: null }), "aria-current": kind === show ? "true" : null }, name)),
        parameters.asOf ? null : h("span", { class: "live", id: "live", "data-on": on ? "yes" : "no" }, liveWords())),
      wanted.length ? h("ol", { class: "days", id: "days" }, [...days].map(([day, of]) =>
        h("li", { class: "day" }, h("h2", {}, day ? words.date(day) : "Day unknown"),
          h("ul", {}, of.map((one) => one.element())))))
        : h("p", { class: "note" }, "Nothing of this kind is known", show ? "." : [" yet. Articles go in with ",
          h("code", {}, "newsledger ingest PATH"), "."]),
      moves.next ? h("p", {}, h("a", { href: change({ limit: limit + USUAL }) }, "Show earlier days")) : null,
    ],
  };
}

let on = false;

function liveWords() {
  return on ? "Live" : "Not live";
}

/** Shows whether changes are followed. */
export function following(now) {
  on = now;
  const live = document.getElementById("live");
  if (live) {
    live.dataset.on = on ? "yes" : "no";
    live.textContent = liveWords();
  }
}

/** What stands on the page, to find out later what is new. */
export function keys() {
  return new Set([...document.querySelectorAll("#days .item")].map((one) => one.textContent));
}

/** Marks what was not there before; says how much that is. */
export function highlight(before) {
  const fresh = [...document.querySelectorAll("#days .item")].filter((one) => !before.has(one.textContent));
  fresh.forEach((one) => one.classList.add("fresh"));
  return fresh.length;
}

/** The day on which the news told enough: that of the last departure that it takes. */
function raised(alert, claims) {
  const told = alert.departures.map((one) => first(one.claims, claims)).sort();
  return told[alert.atLeast - 1] || told.at(-1) || "";
}

function seen(shift, claims) {
  return [first(shift.before.claims, claims), first(shift.after.claims, claims)].sort().at(-1);
}

/** Day of the first publication among claims. */
function first(ids, claims) {
  return ids.map((id) => claims[id]).filter(Boolean).map((one) => words.day(one.publishedAt)).sort()[0] || "";
}

export function alert(one, claims) {
  const where = one.organisation + (one.unit ? "’s " + one.unit + " team" : "");
  const gone = h("a", { href: to("organisation", one.organisation) }, where);
  return h("li", { class: "item big" }, h("p", { class: "what" },
    h("span", { class: "kind alert" }, "Alert"),
    proof.why("alert " + one.organisation + " " + one.start + " " + (one.unit || ""), {
      title: words.count(one.people, "person", "people") + " left " + where,
      words: "At least " + one.atLeast + " departures within " + one.withinDays + " days raise an alert.",
      claims: one.departures.flatMap((each) => each.claims),
      against: [...one.departures, ...one.contested].flatMap((each) => each.against), by: claims,
    }, words.count(one.people, "person", "people") + " left"), " ", gone, " ", between(one.from, one.to)),
    h("p", { class: "meta" }, words.list(one.departures.map((each) => each.name + (each.to ? " (to " + each.to + ")" : ""))
      .slice(0, 12)), one.departures.length > 12 ? " and " + (one.departures.length - 12) + " more" : "",
      one.contested.length ? "; denied: " + words.list(one.contested.map((each) => each.name)) : ""));
}

/** 1 to 31 January 2026 as "in January 2026". */
function between(from, until) {
  const [start] = words.span(from);
  const [, end] = words.span(until);
  const [monthStart, monthEnd] = words.span(from.slice(0, 7));
  return start === monthStart && end === monthEnd ? "in " + words.date(from.slice(0, 7))
    : from === until ? "on " + words.date(from) : "between " + words.date(from) + " and " + words.date(until);
}

export function shift(one, claims) {
  const percent = one.unit === "PERCENT";
  const size = percent ? Math.abs(one.change).toLocaleString("en", { maximumFractionDigits: 1 }) + " points"
    : one.changePercent === null ? words.quantity(Math.abs(one.change), one.unit)
    : Math.abs(one.changePercent).toLocaleString("en", { maximumFractionDigits: 0 }) + "%";
  const loose = one.before.bound !== "EXACT" && one.before.bound !== "ABOUT"
    || one.after.bound !== "EXACT" && one.after.bound !== "ABOUT";
  const where = words.scope(one);
  return h("li", { class: "item" }, h("p", { class: "what" },
    h("span", { class: "kind shift" }, "Shift"),
    one.entities.map((name, i) => [i ? " + " : "", h("a", { href: to("figures", name) }, name)]), ": "
    + words.metric(one.metric) + " ",
    proof.why("shift " + one.after.key, {
      title: one.entities.join(" + ") + ": " + words.figure(one.before, one.unit) + " to " + words.figure(one.after, one.unit),
      words: words.capital(words.metric(one.metric)) + (where ? " (" + where + ")" : "") + ", "
        + words.date(one.before.date) + " and " + words.date(one.after.date) + ".",
      claims: [...one.before.claims, ...one.after.claims], against: [...one.before.against, ...one.after.against],
      implied: [...one.before.implied, ...one.after.implied], by: claims,
    }, (one.direction === "UP" ? "up " : "down ") + (loose ? "by at least " : "by ") + size)),
    h("p", { class: "meta" }, words.figure(one.before, one.unit) + " " + words.when(one.before.date) + ", "
      + words.figure(one.after, one.unit) + " " + words.when(one.after.date),
      where ? ", " + where : "",
      one.contested ? [", ", h("span", { class: "doubt" }, "sources disagree")] : ""));
}

export function move(one, claims, key) {
  const { movement } = one;
  const sure = movement.modality === "REPORTED" && !movement.against.length;
  return h("li", { class: "item" }, h("p", { class: "what" },
    h("span", { class: "kind" }, "Move"),
    h("a", { href: to("person", one.name) }, one.name), " ", ends(one, claims, key)),
    h("p", { class: "meta" }, [movement.role, movement.unit].filter(Boolean).join(", "),
      movement.role || movement.unit ? ", " : "", movement.date ? words.date(movement.date) : "no date told", ", ",
      h("span", { class: sure ? null : movement.modality === "DENIED" ? "against" : "doubt" }, proof.basis(movement))));
}

/** Where a step leads, as what opens its proof, with the organisations as links. */
export function ends(one, claims) {
  const { movement } = one;
  const { from, to: into } = movement;
  const link = (name) => h("a", { href: to("organisation", name) }, name);
  const maybe = { RUMOURED: "may have ", DENIED: "is denied to have ", ANNOUNCED: "", REPORTED: "" }[movement.modality] || "";
  const verb = from && into ? (from === into ? "changed role" : "went") : into ? "joined" : "left";
  const opened = proof.why("move " + movement.id, proof.ofMovement(one.name, movement, claims),
    maybe + (maybe && verb === "went" ? "gone" : verb));
  return from && into && from !== into ? [opened, " from ", link(from), " to ", link(into)]
    : [opened, from === into ? " at " : " ", link(into || from)];
}
