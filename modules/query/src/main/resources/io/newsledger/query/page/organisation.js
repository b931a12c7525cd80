// An organisation: who came and who left, over time.
import * as charts from "./charts.js";
import { choice, h, table } from "./dom.js";
import * as proof from "./proof.js";
import { change, go, to } from "./router.js";
import { signed } from "./talent.js";
import * as today from "./today.js";
import * as words from "./words.js";

const GRAINS = [["year", "Year"], ["quarter", "Quarter"], ["month", "Month"]];
const SHAPES = { year: /^\d{4}$/, quarter: /^\d{4}-Q\d$/, month: /^\d{4}-\d{2}$/ };

export async function load({ ask, name, parameters }) {
  const about = await ask("/organisations/" + encodeURIComponent(name));
  const range = { from: parameters.from, to: parameters.to };
  const flow = about.movements ? await ask("/flow/" + encodeURIComponent(about.name), range) : null;
  return { about, flow };
}

export function view({ about, flow }, { parameters }) {
  const grain = SHAPES[parameters.by] ? parameters.by : "quarter";
  const content = [h("h1", {}, about.name), tabs(about, "organisation")];
  if (!flow) {
    content.push(h("p", { class: "lead" }, "Nobody is told to have come or left. ",
      h("a", { href: to("figures", about.name) }, "See its figures"), "."));
    return { title: about.name, content };
  }
  const total = flow.total || { arrivals: 0, departures: 0, doubtfulArrivals: 0, doubtfulDepartures: 0 };
  const ranged = parameters.from || parameters.to;
  const when = ranged ? range(parameters) : "in all that is told";
  const periods = flow.periods.filter((one) => SHAPES[grain].test(one.period));
  content.push(
    h("p", { class: "lead" }, words.capital(when) + " " + words.people(total.arrivals, total.doubtfulArrivals) + " came and "
      + words.people(total.departures, total.doubtfulDepartures) + " left. "
      + "With “?” those whose step is only rumoured, or denied by some.",
      ranged ? [" ", h("a", { href: change({ from: null, to: null }) }, "Show all time")] : null),
    about.alerts.length && !ranged ? h("ul", { class: "list" }, about.alerts.map((one) => today.alert(one, flow.claims))) : null,
    h("div", { class: "asks" },
      choice("Counted by", "by", GRAINS, grain, (value) => go(change({ by: value }))),
      day("From", "from", parameters.from), day("To", "to", parameters.to)),
    periods.length ? h("div", { class: "pair even" },
      charts.chart("People who came to and left " + about.name + " by " + grain + "; the table says the same", "",
        (colours, narrow) => bars(periods, grain, colours, narrow)),
      table("Came and left, by " + grain, [{ head: words.capital(grain) }, { head: "Came", number: true },
        { head: "Left", number: true }, { head: "Balance", number: true }],
      [...periods].reverse().map((one) => ({ cells: [words.date(one.period),
        number(one, "JOINED", one.arrivals, one.doubtfulArrivals, flow),
        number(one, "LEFT", one.departures, one.doubtfulDepartures, flow), signed(one.arrivals - one.departures)] }))))
      : h("p", { class: "note" }, "No movement has a date that is precise enough. Count by year to see more."),
    others(total, about.name),
    h("h2", {}, "The steps behind it"),
    h("ul", { class: "list" }, [...flow.movements].reverse().map((one) => today.move(one, flow.claims))),
    flow.truncated ? h("p", { class: "note" }, "There are more; choose a shorter time to see them.") : null);
  return { title: about.name, content };
}

/** The two sides of one name. */
export function tabs(about, here) {
  return h("div", { class: "tabs" }, [["organisation", "People", about.movements, "step"], ["figures", "Figures", about.points, "figure"]]
    .map(([page, title, many, of]) => h("a", { href: to(page, about.name), "aria-current": page === here ? "page" : null },
      title, " ", h("span", { class: "soft" }, words.count(many, of)))));
}

function day(label, name, value) {
  return h("label", {}, label, h("input", { type: "month", value: (value || "").slice(0, 7), placeholder: "YYYY-MM",
    pattern: "\\d{4}(-\\d{2}){0,2}", onchange: (event) => go(change({ [name]: event.target.value || null })) }));
}

function range({ from, to: until }) {
  return from && until ? (from === until ? "in " + words.date(from) : "from " + words.date(from) + " to " + words.date(until))
    : from ? "since " + words.date(from) : "until " + words.date(until);
}

/** Whether a date, as precise as it is, counts in a month, a quarter, a year, or in "undated". */
function isIn(date, period) {
  const [start, quarter] = period.split("-Q");
  return date ? date.startsWith(start) && (!quarter || Math.ceil(Number(date.slice(5, 7)) / 3) === Number(quarter))
    : period === "undated";
}

/** A number of people that opens what it counts. */
function number(period, end, certain, doubtful, flow) {
  if (!certain && !doubtful) {
    return "0";
  }
  const steps = flow.movements.filter((one) => one.end === end && one.movement.modality !== "DENIED"
    && isIn(one.movement.date, period.period));
  return proof.why(end + " " + period.period, {
    title: words.people(certain, doubtful) + (end === "JOINED" ? " came" : " left") + ", " + words.date(period.period),
    words: words.list([...new Set(steps.map((one) => one.name))]) + ".",
    claims: steps.flatMap((one) => one.movement.claims), against: steps.flatMap((one) => one.movement.against),
    by: flow.claims,
  }, words.people(certain, doubtful));
}

function bars(periods, grain, colours, narrow) {
  const names = filled(periods.map((one) => one.period), grain);
  const by = new Map(periods.map((one) => [one.period, one]));
  const bar = (name, field, sign, colour, opacity) => ({
    name, type: "bar", stack: "people", barMaxWidth: 30, itemStyle: { color: colour, opacity },
    data: names.map((period) => sign * ((by.get(period) || {})[field] || 0)),
  });
  return {
    grid: { left: 34, right: 8, top: 34, bottom: 28 },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: colours.soft }, data: ["Came", "Left", "Perhaps"] },
    tooltip: { ...charts.tooltip(colours, (event) => words.date(event.name) + "\n" + event.seriesName + ": " + Math.abs(event.value)) },
    xAxis: { type: "category", data: names, axisLine: { onZero: true, lineStyle: { color: colours.strong } }, axisTick: { show: false },
      axisLabel: { color: colours.soft, fontSize: 12, hideOverlap: true, formatter: (name) => words.shortDate(name) } },
    yAxis: charts.valueAxis(colours, "COUNT", { minInterval: 1 }),
    series: [bar("Came", "arrivals", 1, colours.series[0], 1), bar("Perhaps", "doubtfulArrivals", 1, colours.series[0], 0.35),
      bar("Left", "departures", -1, colours.series[1], 1), bar("Perhaps", "doubtfulDepartures", -1, colours.series[1], 0.35)],
    ...(narrow ? { textStyle: { fontSize: 11 } } : {}),
  };
}

/** All periods from the first to the last, so that a gap looks like one. */
function filled(names, grain) {
  const index = (name) => grain === "year" ? Number(name)
    : grain === "quarter" ? Number(name.slice(0, 4)) * 4 + Number(name.at(-1)) - 1
    : Number(name.slice(0, 4)) * 12 + Number(name.slice(5)) - 1;
  const word = (i) => grain === "year" ? String(i)
    : grain === "quarter" ? Math.floor(i / 4) + "-Q" + (i % 4 + 1)
    : Math.floor(i / 12) + "-" + String(i % 12 + 1).padStart(2, "0");
  const all = names.map(index);
  const first = Math.min(...all);
  return Array.from({ length: Math.min(Math.max(...all) - first + 1, 600) }, (_, i) => word(first + i));
}

function others(total, name) {
  const counterparts = (total.counterparts || []).filter((one) => one.organisation !== name);
  if (!counterparts.length) {
    return null;
  }
  const sorted = [...counterparts].sort((one, other) => other.arrivals + other.departures - one.arrivals - one.departures);
  return [h("h2", {}, "With whom"), table("Where people came from and where they went, as far as it is told",
    [{ head: "Organisation" }, { head: "Came from it", number: true }, { head: "Went to it", number: true }],
    sorted.map((one) => ({ cells: [h("a", { href: to("organisation", one.organisation) }, one.organisation),
      words.people(one.arrivals, one.doubtfulArrivals), words.people(one.departures, one.doubtfulDepartures)] })))];
}
