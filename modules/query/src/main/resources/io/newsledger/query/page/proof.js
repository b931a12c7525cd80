// What a value stands on: the claims for and against it, in a drawer beside the page.
import { h } from "./dom.js";
import { change, go, here, replace, to } from "./router.js";
import * as words from "./words.js";

const drawer = document.getElementById("drawer");
const title = document.getElementById("drawer-title");
const body = document.getElementById("drawer-body");

let known = new Map();
let opener = null;

/** Forgets the proofs of the page before. */
export function clear() {
  known = new Map();
}

/**
 * Something that opens its proof when it is selected.
 *
 * @param key what stands in the address, the same each time the page is drawn
 * @param proof `{title, words, claims, against, implied, by}`: ids of claims, and the claims by id
 */
export function why(key, proof, ...content) {
  keep(key, proof);
  return h("button", { type: "button", class: "why", "aria-haspopup": "dialog", onclick: () => open(key) }, content);
}

/** Remembers a proof that a chart opens. */
export function keep(key, proof) {
  known.set(key, proof);
}

/** Opens a proof by changing the address. */
export function open(key) {
  opener = document.activeElement;
  go(change({ proof: key }));
}

/** Shows what the address asks for. */
export function show() {
  const key = here().parameters.proof;
  const proof = key && known.get(key);
  if (!proof) {
    if (drawer.open) {
      drawer.close();
    }
    return;
  }
  title.textContent = proof.title;
  body.replaceChildren(...content(proof));
  if (!drawer.open) {
    drawer.showModal();
  }
  drawer.scrollTop = 0;
  title.focus();
}

function content(proof) {
  const parts = [];
  if (proof.words) {
    parts.push(h("p", { class: "soft" }, proof.words));
  }
  for (const [field, heading] of [
    ["claims", "What it stands on"], ["against", "What stands against it"],
    ["implied", "What only sets a lower limit, for a part of it"]]) {
    const claims = (proof[field] || []).map((id) => proof.by[id]).filter(Boolean).sort(byTime);
    if (claims.length) {
      parts.push(h("h3", {}, heading), h("ul", { class: "claims" }, claims.map((one) => h("li", {}, claim(one)))));
    }
    const missing = (proof[field] || []).length - claims.length;
    if (missing > 0) {
      parts.push(h("p", { class: "note" }, words.count(missing, "more claim") + " left out of this answer."));
    }
  }
  return parts;
}

function byTime(one, other) {
  return one.publishedAt < other.publishedAt ? -1 : one.publishedAt > other.publishedAt ? 1 : 0;
}

/** One claim: its words, what was read in them, and the way to the article, if that is not at hand. */
export function claim(one, inArticle) {
  const heading = one.article.title || one.article.url || "the article";
  const taken = one.status === "RETRACTED";
  return h("div", { class: taken ? "gone" : null },
    h("blockquote", {}, "“" + one.quote.text + "”"),
    h("p", { class: "meta" }, said(one)),
    inArticle ? null : h("p", { class: "meta" }, (one.source || one.article.source || "unknown source") + ", "
      + words.date(words.day(one.publishedAt)) + ": ",
      h("a", { href: to("article", one.articleId, { claim: one.id }) }, heading)),
    taken ? h("p", { class: "meta against" }, "Taken back" + until(one) + ".") : null);
}

function until(one) {
  const last = one.known.at(-1);
  return last && last.until ? " on " + words.date(words.day(last.until)) : "";
}

function said(one) {
  const certain = h("span", { class: one.modality === "REPORTED" ? null : one.modality === "DENIED" ? "against" : "doubt" },
    words.certainty(one.modality));
  if (one.kind === "MARKET") {
    const read = one.entities.join(" + ") + ": " + words.figure(one) + " " + words.metric(one.metric)
      + (one.scope ? " (" + one.scope + ")" : "");
    return ["Read as ", read, one.asOf ? ", for " + words.date(one.asOf) : ", date not told", ", ", certain];
  }
  return ["Read as ", one.person + " " + step(one), one.date ? ", " + words.date(one.date) : ", date not told", ", ", certain];
}

/** A step in words: "left A", "A → B", "joined B". */
export function step(movement) {
  const { from, to: into } = movement;
  const details = [movement.role, movement.unit].filter(Boolean).join(", ");
  const ends = from && into ? (from === into ? "changes role at " + from : from + " → " + into)
    : into ? "joined " + into : "left " + from;
  return ends + (details ? " (" + details + ")" : "");
}

/** The proof of a movement of a person. */
export function ofMovement(name, movement, by) {
  return {
    title: name + " " + step(movement),
    words: capital(basis(movement)) + ".",
    claims: movement.claims, against: movement.against, by,
  };
}

/** How sure a movement is, in words. */
export function basis(movement) {
  return words.certainty(movement.modality) + " by "
    + words.count(Math.max(movement.sources, movement.claims.length ? 1 : 0), "independent source")
    + (movement.against.length ? ", denied by " + words.count(movement.against.length, "claim") : "");
}

/** The proof of a point of a series. */
export function ofPoint(series, point, by) {
  return {
    title: series.entities.join(" + ") + ": " + words.figure(point, series.unit || point.unit),
    words: words.capital(words.metric(series.metric)) + (words.scope(series) ? " (" + words.scope(series) + ")" : "") + ", "
      + words.date(point.date) + (point.dated === false ? ", the month of publication: no date is told" : "") + ". "
      + words.capital(words.agreement(point.agreement)) + (point.rule ? ": " + point.rule + "." : "."),
    claims: point.claims, against: point.against, implied: point.implied, by,
  };
}

const capital = words.capital;

function closed() {
  if (here().parameters.proof) {
    replace(change({}));
  }
  if (opener && opener.isConnected) {
    opener.focus();
  }
  opener = null;
}

drawer.addEventListener("close", closed);
drawer.addEventListener("click", (event) => {
  if (event.target === drawer) {
    drawer.close();
  }
});
document.getElementById("drawer-close").addEventListener("click", () => drawer.close());
