// Figures: all series of an organisation or product, and how series look.
import * as charts from "./charts.js";
import { choice, h, table } from "./dom.js";
import { tabs } from "./organisation.js";
import * as proof from "./proof.js";
import { change, go, to } from "./router.js";
import * as words from "./words.js";

export async function load({ ask, name, parameters }) {
  const about = await ask("/organisations/" + encodeURIComponent(name));
  const figures = about.points
    ? await ask("/series/" + encodeURIComponent(about.name), { metric: parameters.metric }) : { series: [], claims: {} };
  return { about, figures };
}

export function view({ about, figures }, { parameters }) {
  const series = [...figures.series].sort((one, other) => other.points.length - one.points.length);
  const drawn = series.filter((one) => one.points.length > 1);
  const single = series.filter((one) => one.points.length === 1);
  return {
    title: about.name + ", figures",
    content: [
      h("h1", {}, about.name),
      tabs(about, "figures"),
      about.metrics.length > 1 ? h("div", { class: "asks" }, choice("Show", "metric",
        [["", "All figures"], ...about.metrics.map((one) => [one, words.capital(words.metric(one))])], parameters.metric || "",
        (value) => go(change({ metric: value || null })))) : null,
      series.length ? null : h("p", { class: "lead" }, "No figure is told. ", h("a", { href: to("organisation", about.name) },
        "See who came and left"), "."),
      drawn.map((one) => h("section", {}, h("h2", {}, heading(one, about.name)),
        h("div", { class: "pair even" },
          h("div", {}, chart([one], figures.claims, "low"), key([one])),
          points(one, figures.claims)),
        h("p", { class: "meta" }, compare(one)))),
      single.length ? [h("h2", {}, drawn.length ? "Told for one date only" : "Figures"),
        table("Each stands alone: no change can be told from it", [{ head: "What" }, { head: "Value" }, { head: "Date" }, { head: "Who says so" }],
          single.map((one) => ({ cells: [heading(one, about.name), ...cells(one, one.points[0], figures.claims)] })))] : null,
    ],
  };
}

function heading(series, name) {
  const with_ = series.entities.filter((one) => one !== name);
  const where = words.scope(series);
  return words.capital(words.metric(series.metric)) + (with_.length ? ", together with " + words.list(with_) : "")
    + (where ? " (" + where + ")" : "") + (series.forecast ? ", forecast" : "");
}

function compare(series) {
  return h("a", { href: to("market", "", { metric: series.metric, scope: series.scope || "-" }) },
    "Compare with others: " + words.metric(series.metric) + (words.scope(series) ? ", " + words.scope(series) : ""));
}

function cells(series, point, claims) {
  const value = proof.why(pointKey(series, point), proof.ofPoint(series, point, claims), words.figure(point, series.unit));
  const told = point.low < point.high ? h("span", { class: "soft" }, ", told from " + words.quantity(point.low, series.unit) + " to "
    + words.quantity(point.high, series.unit)) : null;
  const unsure = point.modality === "RUMOURED" || point.modality === "DENIED";
  return [[value, told], [words.date(point.date), point.dated ? null : h("span", { class: "soft" }, " (published)")],
    h("span", { class: point.agreement === "CONFLICTING" || unsure ? "doubt" : null },
      words.agreement(point.agreement) + (point.modality === "REPORTED" ? "" : ", " + words.certainty(point.modality))
      + (point.sources > 1 ? ", " + point.sources + " sources" : ""))];
}

/** A series as a table, the newest point first. */
export function points(series, claims, caption) {
  return table(caption || "The same in numbers", [{ head: "Date" }, { head: "Value" }, { head: "Who says so" }],
    [...series.points].reverse().map((point) => {
      const [value, date, who] = cells(series, point, claims);
      return { cells: [date, value, who] };
    }));
}

export function pointKey(series, point) {
  return "point " + [series.entities.join("+"), series.metric, series.unit, series.scope || "", series.forecast ? "forecast" : "", point.date].join("|");
}

/** What the marks of these series mean; only those that occur. */
export function key(series) {
  const points = series.flatMap((one) => one.points);
  const has = (test) => points.some(test);
  return h("ul", { class: "key" }, [
    ["● as told", true], ["◆ about", has((one) => one.bound === "ABOUT")],
    ["▲ at least this", has((one) => one.bound === "AT_LEAST")], ["▼ at most this", has((one) => one.bound === "AT_MOST")],
    ["○ hollow: no date told, placed when published", has((one) => !one.dated)],
    ["○ dashed line: forecast", series.some((one) => one.forecast)],
    ["✕ a source that says otherwise", has((one) => one.against.length)],
    ["┃ all that is told", has((one) => one.low < one.high)],
  ].filter(([, shown]) => shown).map(([text]) => h("li", {}, text)));
}

/**
 * Series of one unit as a chart: the agreed values as a line, bounds as triangles, and what stands against them as
 * crosses.
 */
export function chart(series, claims, size) {
  for (const one of series) {
    one.points.forEach((point) => proof.keep(pointKey(one, point), proof.ofPoint(one, point, claims)));
  }
  const label = series.map(words.seriesName).join("; ") + " over time; the table says the same";
  return charts.chart(label, size, (colours, narrow) => option(series, claims, colours, narrow),
    (event) => event.data && event.data.key && proof.open(event.data.key));
}

const SYMBOLS = { EXACT: "circle", ABOUT: "diamond", AT_LEAST: "triangle", AT_MOST: "triangle" };
const CROSS = "path://M0,1 L1,0 L5,4 L9,0 L10,1 L6,5 L10,9 L9,10 L5,6 L1,10 L0,9 L4,5 Z";

function middle(date) {
  const [from, until] = words.span(date);
  return (from + until) / 2;
}

function option(series, claims, colours, narrow) {
  const unit = series[0].unit;
  const several = series.length > 1;
  const drawn = series.flatMap((one, i) => {
    const colour = colours.series[i % colours.series.length];
    const name = called(one, several);
    return [line(one, name, colour, colours), reach(one, name, colour), otherwise(one, name, colour, claims)];
  });
  return {
    grid: { left: 8, right: 24, top: several ? (narrow ? 26 * series.length + 8 : 40) : 14, bottom: 6, containLabel: true },
    legend: several ? { top: 0, left: 0, orient: narrow ? "vertical" : "horizontal", type: narrow ? "plain" : "scroll",
      textStyle: { color: colours.soft }, pageTextStyle: { color: colours.soft }, data: series.map((one) => called(one, several)) } : { show: false },
    tooltip: charts.tooltip(colours, (event) => (event.data && event.data.words) || ""),
    xAxis: charts.timeAxis(colours, narrow),
    yAxis: charts.valueAxis(colours, unit, { scale: unit !== "PERCENT" && !several, min: unit === "PERCENT" ? 0 : null }),
    series: drawn,
  };
}

/** What several series differ in; one alone is named in full. */
function called(series, several) {
  return several ? series.entities.join(" + ") + (series.forecast ? ", forecast" : "") : words.seriesName(series);
}

function line(series, name, colour, colours) {
  return {
    name, type: "line", symbolSize: 11, showAllSymbol: true, z: 3, color: colour,
    lineStyle: { color: colour, width: 2, type: series.forecast ? "dashed" : "solid" }, itemStyle: { color: colour },
    emphasis: { scale: 1.3 },
    data: series.points.map((point) => ({
      value: [middle(point.date), point.value], key: pointKey(series, point),
      symbol: SYMBOLS[point.bound], symbolRotate: point.bound === "AT_MOST" ? 180 : 0,
      symbolSize: point.bound === "EXACT" ? 10 : 13,
      itemStyle: point.dated && point.modality !== "RUMOURED" ? { color: colour, borderWidth: 0 }
        : { color: colours.paper, borderColor: colour, borderWidth: 2 },
      words: name + "\n" + words.figure(point, series.unit) + ", " + words.date(point.date) + (point.dated ? "" : " (published)")
        + "\n" + words.agreement(point.agreement),
    })),
  };
}

/** All that is told for a date, from the smallest to the greatest, and the days that the date may mean. */
function reach(series, name, colour) {
  return {
    name, type: "custom", silent: true, z: 1, color: colour,
    data: series.points.map((point) => [...words.span(point.date), point.low, point.high, point.value]),
    encode: { x: [0, 1], y: [2, 3, 4] },
    renderItem: (_, api) => {
      const [from, until, low, high, value] = [0, 1, 2, 3, 4].map((i) => api.value(i));
      const [x, y] = api.coord([(from + until) / 2, value]);
      const [left] = api.coord([from, value]);
      const [right] = api.coord([until, value]);
      const bottom = api.coord([from, Math.min(low, value)])[1];
      const top = api.coord([from, Math.max(high, value)])[1];
      const stroke = { stroke: colour, lineWidth: 5, opacity: 0.22, lineCap: "round" };
      return { type: "group", children: [
        { type: "line", shape: { x1: left, x2: right, y1: y, y2: y }, style: stroke },
        { type: "line", shape: { x1: x, x2: x, y1: bottom, y2: top }, style: { ...stroke, lineWidth: 3, opacity: 0.45 } }] };
    },
  };
}

function otherwise(series, name, colour, claims) {
  return {
    name, type: "scatter", symbol: CROSS, symbolSize: 10, z: 4, color: colour,
    data: series.points.flatMap((point) => point.against.map((id) => claims[id]).filter(Boolean).map((claim) => ({
      value: [middle(point.date), claim.value], key: pointKey(series, point),
      words: name + "\n" + (claim.source || "a source") + " says otherwise: " + words.figure(claim) + "\n" + words.date(point.date),
    }))),
  };
}
