// Market: who holds how much at a date, and how that came about.
import { choice, h } from "./dom.js";
import * as figures from "./figures.js";
import * as proof from "./proof.js";
import { change, go, to } from "./router.js";
import * as words from "./words.js";

const MOST = 6;

export async function load({ ask, parameters }) {
  const entities = await ask("/entities", { limit: 500 });
  const known = new Set(entities.entities.flatMap((one) => one.metrics));
  const metric = parameters.metric || words.metrics.find((one) => known.has(one)) || "MARKET_SHARE";
  const board = await ask("/leaderboard", { metric, at: parameters.at, days: 730 });
  const wanted = parameters.scope === undefined ? board.boards[0]
    : board.boards.find((one) => (one.scope || "-") === parameters.scope);
  const rows = wanted ? wanted.rows : [];
  const compared = parameters.compare
    ? parameters.compare.split(",").filter(Boolean).slice(0, MOST)
    : [...new Set(rows.map((row) => row.point.entities[0]))].slice(0, 4);
  const answers = await Promise.all(compared.map((name) =>
    ask("/series/" + encodeURIComponent(name), { metric }).catch((error) => {
      if (error.status === 404) {
        return { series: [], claims: {} };
      }
      throw error;
    })));
  return { known: words.metrics.filter((one) => known.has(one)), metric, board, wanted, compared, answers };
}

export function view({ known, metric, board, wanted, compared, answers }, { parameters }) {
  const claims = Object.assign({}, ...answers.map((one) => one.claims), board.claims);
  const name = words.metric(metric);
  if (!known.length) {
    return { title: "Market", content: [h("h1", {}, "Who holds how much"),
      h("p", { class: "lead" }, "No figures are known", parameters.asOf ? " by that day." : [" yet. Articles go in with ",
        h("code", {}, "newsledger ingest PATH"), "."])] };
  }
  return {
    title: "Market, " + name,
    content: [
      h("h1", {}, words.capital(name)),
      h("p", { class: "lead" }, wanted
        ? ["The newest figure of each by ", words.date(parameters.at || board.at), wanted.unit === "PERCENT" && wanted.told ? told(wanted.told) : "",
          ". Select a number to see who says so."]
        : "Nobody’s figure is told for this."),
      h("div", { class: "asks" },
        choice("What", "metric", known.map((one) => [one, words.capital(words.metric(one))]), metric,
          (value) => go(change({ metric: value, scope: null, compare: null }))),
        board.boards.length > 1 ? choice("Where", "scope", board.boards.map((one) => [one.scope || "-",
          (one.scopeWorded || one.scope || "No limit told") + " – " + words.count(one.rows.length, "figure")]),
        wanted ? wanted.scope || "-" : "", (value) => go(change({ scope: value, compare: null }))) : null,
        h("label", {}, "By", h("input", { type: "date", name: "at", value: (parameters.at || board.at || "").slice(0, 10),
          onchange: (event) => go(change({ at: event.target.value || null })) })),
        parameters.at ? h("a", { href: change({ at: null }) }, "Newest") : null),
      wanted ? [leaders(wanted, compared, claims)] : null,
      overTime(wanted, metric, compared, answers, claims),
    ],
  };
}

function told(sum) {
  const bound = { AT_LEAST: "at least ", ABOUT: "about ", AT_MOST: "at most " }[sum.bound] || "";
  return ". Together " + bound + words.quantity(sum.value, "PERCENT") + " of the whole is told"
    + (sum.rest === null ? ", more than there can be: the figures are not of one whole" : "");
}

function leaders(board, compared, claims) {
  const most = Math.max(...board.rows.map((row) => row.point.value));
  return h("ol", { class: "board" }, board.rows.map((row) => {
    const { point } = row;
    const unsure = point.agreement === "CONFLICTING" || point.modality !== "REPORTED";
    const bar = h("i", { class: unsure ? "unsure" : null });
    bar.style.width = Math.max(1, 100 * point.value / (board.unit === "PERCENT" ? Math.max(100, most) : most)) + "%";
    return h("li", {},
      h("span", { class: "rank" }, String(row.rank)),
      h("span", {}, point.entities.map((name, i) => [i ? " + " : "", h("a", { href: to("figures", name) }, name)])),
      h("span", { class: "bar", "aria-hidden": "true" }, bar),
      h("span", { class: "value number" }, proof.why(figures.pointKey(point, point), proof.ofPoint(point, point, claims),
        words.figure(point, board.unit))),
      h("span", { class: "meta" }, words.date(point.date), point.dated ? "" : " (published)", ", ",
        h("span", { class: unsure ? "doubt" : null }, words.agreement(point.agreement)
          + (point.modality === "REPORTED" ? "" : ", " + words.certainty(point.modality))),
        point.low < point.high ? ", told from " + words.quantity(point.low, board.unit) + " to " + words.quantity(point.high, board.unit) : "",
        row.counted ? "" : ", not added up: it shares a part with another",
        compared.includes(point.entities[0]) ? "" : [", ", h("a", { href: change({ compare: [...compared, point.entities[0]].join(",") }) }, "add to the picture")]));
  }));
}

function overTime(board, metric, compared, answers, claims) {
  const scope = board ? board.scope || "" : "";
  const unit = board ? board.unit : null;
  const found = new Map();
  for (const one of answers.flatMap((answer) => answer.series)) {
    if ((one.scope || "") === scope && (!unit || one.unit === unit)) {
      found.set(one.entities.join("+") + one.forecast, one);
    }
  }
  const series = [...found.values()].sort((one, other) => other.points.at(-1).value - one.points.at(-1).value).slice(0, MOST);
  // One date alone is no course of things; the figures stand above.
  if (!series.some((one) => one.points.length > 1)) {
    return null;
  }
  return [h("h2", {}, "Over time"),
    h("p", { class: "meta" }, "Compared: ", compared.map((name, i) => [i ? ", " : "", name, compared.length > 1 ? [" (",
      h("a", { href: change({ compare: compared.filter((one) => one !== name).join(",") }), "aria-label": "Leave out " + name }, "leave out"), ")"] : ""])),
    h("div", { class: "pair" },
      h("div", {}, figures.chart(series, claims, ""), figures.key(series)),
      h("div", {}, series.map((one) => figures.points(one, claims, one.entities.join(" + ") + (one.forecast ? ", forecast" : "")))))];
}
