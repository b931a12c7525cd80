// Everything whose name or title holds what was typed.
import { h } from "./dom.js";
import { to } from "./router.js";
import * as words from "./words.js";

export async function load({ ask, parameters }) {
  return ask("/search", { q: parameters.q, limit: 30 });
}

export function view({ q, people, entities, articles, truncated }) {
  document.getElementById("q").value = q;
  const nothing = !people.length && !entities.length && !articles.length;
  const part = (title, items) => items.length
    ? h("section", {}, h("h2", {}, title), h("ul", { class: "list" }, items.map((one) => h("li", {}, one)))) : null;
  return {
    title: "Search: " + q,
    content: [
      h("h1", {}, "“" + q + "”"),
      nothing ? h("p", { class: "lead" }, "No person, organisation, product or article of this name is known. "
        + "Names are found in any order and without accents; try a part of it.") : null,
      h("div", { class: "columns" },
        part("People", people.map((one) => [h("a", { href: to("person", one.name) }, one.name), " ",
          h("span", { class: "soft" }, words.count(one.movements, "step"))])),
        part("Organisations and products", entities.map((one) => [
          h("a", { href: to(one.movements ? "organisation" : "figures", one.name) }, one.name), " ",
          h("span", { class: "soft" }, [one.movements ? words.count(one.movements, "step") : "",
            one.points ? words.count(one.points, "figure") : ""].filter(Boolean).join(", "))])),
        part("Articles", articles.map((one) => [h("a", { href: to("article", one.id) }, one.title), h("div", { class: "meta" },
          (one.source || "unknown source") + ", " + words.date(words.day(one.publishedAt)))]))),
      truncated ? h("p", { class: "note" }, "There are more; type more of the name.") : null,
    ],
  };
}
