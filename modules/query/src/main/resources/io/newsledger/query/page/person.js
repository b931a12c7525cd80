// A person: the career as a timeline, each step with certainty, spread and sources.
import { h, svg } from "./dom.js";
import * as proof from "./proof.js";
import { to } from "./router.js";
import * as today from "./today.js";
import * as words from "./words.js";

const WIDTH = 1000;

export async function load({ ask, name }) {
  return ask("/careers/" + encodeURIComponent(name));
}

export function view({ career, claims, truncated }) {
  const others = career.names.filter((one) => one !== career.name);
  const dated = career.movements.filter((one) => one.date);
  const steps = career.movements.map((movement) => step(career, movement, claims));
  return {
    title: career.name,
    content: [
      h("h1", {}, career.name),
      others.length ? h("p", { class: "soft" }, "Also printed as " + words.list(others)) : null,
      h("p", { class: "lead" }, summary(career)),
      dated.length > 1 ? strip(dated) : null,
      h("ol", { class: "steps" }, steps.reverse()),
      truncated ? h("p", { class: "note" }, "Not all claims are in this answer.") : null,
      h("p", {}, h("a", { href: to("proof", "", { person: career.name }) }, "All sentences about " + career.name)),
    ],
  };
}

function summary(career) {
  const number = (test) => career.movements.filter(test).length;
  const sure = number((one) => one.modality === "REPORTED" && !one.against.length);
  const rumoured = number((one) => one.modality === "RUMOURED");
  const disputed = number((one) => one.against.length && one.modality !== "RUMOURED");
  const parts = [words.count(career.movements.length, "step"), sure ? sure + " reported" : "",
    rumoured ? rumoured + " only rumoured" : "", disputed ? disputed + " denied by some" : ""];
  return words.list(parts.filter(Boolean)) + ". The newest stands first.";
}

function step(career, movement, claims) {
  const one = { name: career.name, movement };
  const sure = movement.modality === "REPORTED" && !movement.against.length;
  const telling = earliest(movement.claims.length ? movement.claims : movement.against, claims);
  const all = movement.claims.length + movement.against.length;
  return h("li", { class: "step" },
    h("div", { class: "when" }, h("span", { class: "date" }, movement.date ? words.date(movement.date) : "no date told"),
      spread(movement)),
    h("div", { class: "rail", "aria-hidden": "true" }, h("span", { class: "dot " + movement.modality })),
    h("div", { class: "said" },
      h("p", { class: "what" }, words.capital(verb(movement)), " ", today.ends(one, claims).slice(1)),
      movement.role || movement.unit ? h("p", { class: "soft" }, [movement.role, movement.unit].filter(Boolean).join(", ")) : null,
      h("p", { class: "meta" }, proof.why("move " + movement.id, proof.ofMovement(career.name, movement, claims),
        h("span", { class: sure ? null : movement.modality === "DENIED" ? "against" : "doubt" }, words.capital(proof.basis(movement))))),
      telling ? [h("blockquote", { class: "quote" }, "“" + telling.quote.text + "”"),
        h("p", { class: "meta" }, h("a", { href: to("article", telling.articleId, { claim: telling.id }) },
          (telling.source || "unknown source") + ", " + words.date(words.day(telling.publishedAt))),
          all > 1 ? ["; ", words.count(all - 1, "more sentence")] : "")] : null));
}

function verb({ modality, from, to: into }) {
  const word = from && into ? (from === into ? "change role" : "go") : into ? "join" : "leave";
  const done = { "change role": "changed role", go: "went", join: "joined", leave: "left" }[word];
  return modality === "RUMOURED" ? "is rumoured to " + word : modality === "DENIED" ? "is said not to " + word : done;
}

function spread(movement) {
  return movement.dates.length > 1
    ? h("span", { class: "spread" }, "told as " + movement.dates.map((one) => words.shortDate(one.date)).join(", ")) : null;
}

function earliest(ids, claims) {
  return ids.map((id) => claims[id]).filter(Boolean)
    .sort((one, other) => one.publishedAt.localeCompare(other.publishedAt))[0];
}

/** All dated steps on one line: the mark where sources agree, the band over all days they may mean. */
function strip(movements) {
  const days = movements.map((one) => {
    const spans = [one.date, one.earliest, one.latest].filter(Boolean).map(words.span);
    return { one, from: Math.min(...spans.map((each) => each[0])), until: Math.max(...spans.map((each) => each[1])) };
  });
  const first = new Date(Math.min(...days.map((each) => each.from))).getUTCFullYear();
  const last = new Date(Math.max(...days.map((each) => each.until)) - 1).getUTCFullYear() + 1;
  const start = Date.UTC(first, 0, 1);
  const x = (time) => 10 + (WIDTH - 20) * (time - start) / (Date.UTC(last, 0, 1) - start);
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const every = Math.ceil(years.length / 8);
  return svg("svg", { class: "strip", viewBox: "0 0 " + WIDTH + " 64", role: "img",
    "aria-label": "The steps on a line of time; the list below says the same" },
    svg("line", { class: "axis", x1: 0, x2: WIDTH, y1: 36, y2: 36 }),
    years.filter((_, i) => i % every === 0).map((year) => [
      svg("line", { class: "axis", x1: x(Date.UTC(year, 0, 1)), x2: x(Date.UTC(year, 0, 1)), y1: 30, y2: 42 }),
      svg("text", { x: x(Date.UTC(year, 0, 1)), y: 58, "text-anchor": year === first ? "start" : year === last ? "end" : "middle" }, String(year))]),
    days.map(({ one, from, until }) => svg("g", { class: one.modality },
      svg("line", { class: "span", x1: x(from), x2: Math.max(x(until), x(from) + 1), y1: 36, y2: 36 }),
      svg("circle", { class: "at", cx: x(words.span(one.date).reduce((a, b) => a + b) / 2), cy: 36, r: 6 },
        svg("title", {}, words.date(one.date) + ": " + proof.step(one))))));
}
