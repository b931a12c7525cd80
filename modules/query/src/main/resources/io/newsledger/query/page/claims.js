// Proof: all sentences that the ledger stands on.
import { h } from "./dom.js";
import * as proof from "./proof.js";
import { change, go } from "./router.js";
import * as words from "./words.js";

export async function load({ ask, parameters }) {
  const { person, entity, gone, cursor } = parameters;
  return ask("/claims", { person, entity, gone, cursor });
}

export function view({ claims, truncated }, { parameters }) {
  const { person, entity, gone } = parameters;
  const about = person || entity;
  return {
    title: "Proof" + (about ? ", " + about : ""),
    content: [
      h("h1", {}, about ? "What is said about " + about : "What the ledger stands on"),
      h("p", { class: "lead" }, "Every sentence that something was read in, newest first, with what was read. "
        + "A sentence of a corrected or withdrawn article no longer counts, and stays here."),
      h("form", { class: "asks", onsubmit: submit },
        h("label", {}, "Person", h("input", { name: "person", value: person || "", autocomplete: "off" })),
        h("label", {}, "Organisation or product", h("input", { name: "entity", value: entity || "", autocomplete: "off" })),
        h("label", { class: "tick" }, h("input", { type: "checkbox", name: "gone", checked: gone === "true" }), "Also those taken back"),
        h("button", { type: "submit" }, "Show")),
      claims.length ? [h("p", { class: "meta" }, words.count(claims.length, "sentence"), truncated ? "; there are more" : ""),
        h("ul", { class: "claims" }, [...claims].sort((one, other) => other.publishedAt.localeCompare(one.publishedAt))
          .map((one) => h("li", {}, proof.claim(one))))]
        : h("p", { class: "note" }, about ? "No sentence about " + about + " is known." : "No sentence is known yet."),
    ],
  };
}

function submit(event) {
  event.preventDefault();
  const form = new FormData(event.target);
  go(change({ person: form.get("person").trim(), entity: form.get("entity").trim(), gone: form.get("gone") ? "true" : null, cursor: null }));
}
