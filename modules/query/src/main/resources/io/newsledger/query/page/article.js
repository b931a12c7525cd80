// An article, with the words that claims stand on marked in place.
import { h } from "./dom.js";
import * as proof from "./proof.js";
import { change } from "./router.js";
import * as words from "./words.js";

export async function load({ ask, name, parameters }) {
  const article = await ask("/articles/" + encodeURIComponent(name));
  const { claim } = parameters;
  // A claim that was taken back is none of those that stand in the article.
  if (claim && !article.claims.some((one) => one.id === claim)) {
    const one = await ask("/claims/" + encodeURIComponent(claim), { asOf: null }).catch((error) => {
      if (error.status === 404) {
        return null;
      }
      throw error;
    });
    if (one && one.claim.articleId === article.id) {
      article.claims.push(one.claim);
    }
  }
  return article;
}

export function view(article, { parameters }) {
  const chosen = article.claims.find((one) => one.id === parameters.claim);
  const withText = article.revisions.filter((one) => one.body !== null);
  const wanted = parameters.revision || (chosen && chosen.revision);
  const shown = article.revisions.find((one) => one.revision === wanted && one.body !== null) || withText.at(-1);
  if (!shown) {
    return { title: "Withdrawn", content: [h("h1", {}, "This article was withdrawn"),
      h("p", { class: "lead" }, "Its publisher took it back; no text of it is kept in this ledger’s history up to this day.")] };
  }
  const marked = article.claims.filter((one) => one.revision === shown.revision || stands(one, shown));
  const title = shown.title || "Untitled";
  queueMicrotask(() => document.querySelector("mark.chosen")?.scrollIntoView({ block: "center" }));
  return {
    title,
    content: [h("div", { class: "article" },
      h("article", {},
        h("p", { class: "meta" }, (shown.source || "unknown source") + ", " + words.date(words.day(shown.publishedAt)),
          /^https?:\/\//i.test(shown.url || "") ? [", ", h("a", { href: shown.url, rel: "noreferrer noopener" }, "at its publisher")] : ""),
        article.withdrawn ? h("p", { class: "against" }, "Withdrawn by its publisher: nothing in it counts any more.") : null,
        revisions(article, shown),
        h("div", { class: "text" },
          h("h1", {}, shown.title ? text(shown.title, "TITLE", marked, chosen) : title),
          text(shown.body, "BODY", marked, chosen))),
      h("aside", { "aria-label": "What is read in it" }, h("h2", {}, "What is read in it"),
        article.claims.length ? h("ul", { class: "claims" }, article.claims.map((one) =>
          h("li", { class: one === chosen ? "chosen" : null }, h("a", { href: change({ claim: one.id, revision: null }) },
            one === chosen ? "Marked in the text" : "Show in the text"), proof.claim(one, true))))
          : h("p", { class: "note" }, "No movement and no figure.")))],
  };
}

/** Whether the claim's words stand at its place in another revision, too. */
function stands(claim, revision) {
  const field = claim.quote.field === "TITLE" ? revision.title : revision.body;
  return (field || "").slice(claim.quote.start, claim.quote.end) === claim.quote.text;
}

function revisions(article, shown) {
  const withText = article.revisions.filter((one) => one.body !== null);
  return withText.length < 2 ? null : h("p", { class: "meta" }, "Versions: ", withText.map((one, i) => [i ? ", " : "",
    one === shown ? h("strong", {}, words.date(words.day(one.revisedAt)))
      : h("a", { href: change({ revision: one.revision }) }, words.date(words.day(one.revisedAt)))]));
}

/** A text in pieces, those under claims as marks; where marks overlap, the chosen one shows. */
function text(whole, field, claims, chosen) {
  const quotes = claims.filter((one) => one.quote.field === field).map((one) => ({ ...one.quote, of: one }));
  const cuts = [...new Set([0, whole.length, ...quotes.flatMap((one) => [one.start, one.end])])]
    .filter((at) => at >= 0 && at <= whole.length).sort((one, other) => one - other);
  return cuts.slice(0, -1).map((from, i) => {
    const piece = whole.slice(from, cuts[i + 1]);
    const over = quotes.filter((one) => one.start <= from && one.end >= cuts[i + 1]);
    if (!over.length) {
      return piece;
    }
    return h("mark", { class: over.some((one) => one.of === chosen) ? "chosen" : null }, piece);
  });
}
