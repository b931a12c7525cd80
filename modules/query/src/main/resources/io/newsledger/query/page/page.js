"use strict";
// All text of the ledger goes into the page as text, never as markup.
(() => {
  const KINDS = ["career", "flow", "series"];
  const BOUNDS = { EXACT: "", ABOUT: "about ", AT_LEAST: "at least ", AT_MOST: "at most " };
  const answer = document.getElementById("answer");
  const form = document.getElementById("ask");
  const kind = document.getElementById("kind");
  const name = document.getElementById("name");
  const asOf = document.getElementById("as-of");
  let asked = 0;

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes || {})) {
      element.setAttribute(key, value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  }

  function words(symbol) {
    return symbol.toLowerCase().replaceAll("_", " ");
  }

  function address(what, of) {
    const day = asOf.value ? "?asOf=" + asOf.value : "";
    return "#" + what + "/" + encodeURIComponent(of) + day;
  }

  function lookUp(what, of, text) {
    return make("a", { href: address(what, of) }, text || of);
  }

  function number(value, unit) {
    const text = value.toLocaleString("en", { maximumFractionDigits: 6 });
    return unit === "PERCENT" ? text + " %" : unit === "COUNT" ? text : text + " " + unit;
  }

  function source(claim) {
    const article = claim.article;
    const title = article.title || article.url || "article " + article.id;
    const safe = article.url && /^https?:\/\//i.test(article.url);
    const link = safe ? article.url : "/articles/" + encodeURIComponent(article.id);
    return make("p", { class: "faint" },
      (claim.source || article.source || "unknown source") + ", " + claim.publishedAt.slice(0, 10) + ": ",
      make("a", safe ? { href: link, rel: "noreferrer noopener" } : { href: link }, title));
  }

  function quote(claim, side) {
    const said = claim.kind === "MARKET"
      ? BOUNDS[claim.bound] + number(claim.value, claim.unit) + (claim.asOf ? ", for " + claim.asOf : ", date not given")
      : claim.date || "date not given";
    return make("blockquote", side === "against" ? { class: "against" } : {},
      make("p", {}, "\u201c" + claim.quote.text + "\u201d"),
      make("p", { class: claim.modality === "REPORTED" ? "faint" : "doubt" },
        (side === "for" ? "" : side + " \u00b7 ") + words(claim.modality) + " \u00b7 " + said),
      source(claim));
  }

  function proof(holder, claims) {
    const quotes = [];
    for (const [field, side] of [["claims", "for"], ["against", "against"], ["implied", "implied"]]) {
      for (const id of holder[field] || []) {
        if (claims[id]) {
          quotes.push(quote(claims[id], side));
        }
      }
    }
    if (quotes.length < 3) {
      return quotes;
    }
    return [quotes[0], make("details", {}, make("summary", {}, (quotes.length - 1) + " more sentences"), quotes.slice(1))];
  }

  function step(movement, of) {
    const within = movement.from !== null && movement.from === movement.to;
    const from = movement.from === null ? "" : lookUp("flow", movement.from);
    const to = movement.to === null ? "" : lookUp("flow", movement.to);
    const ends = within ? ["within ", from]
      : movement.to === null ? ["left ", from]
      : movement.from === null ? ["to ", to]
      : [from, " \u2192 ", to];
    const spread = movement.dates.length > 1 ? " (told: " + movement.dates.map((one) => one.date).join(", ") + ")" : "";
    const certain = movement.modality === "REPORTED" && movement.against.length === 0;
    return make("div", {},
      make("span", { class: "value" }, movement.date || "no date"), make("span", { class: "faint" }, spread), " ",
      of || null, of ? " \u00b7 " : null, ...ends, movement.role ? ", " + movement.role : "", movement.unit ? " (" + movement.unit + ")" : "", " ",
      make("span", { class: certain ? "faint" : "doubt" },
        "\u00b7 " + words(movement.modality) + (movement.against.length ? ", disputed" : "") + " \u00b7 "
        + movement.sources + (movement.sources === 1 ? " source" : " sources")));
  }

  function showCareer(data) {
    const career = data.career;
    const others = career.names.filter((one) => one !== career.name);
    return [
      make("h2", {}, career.name),
      others.length ? make("p", { class: "faint" }, "Also printed: " + others.join(", ")) : null,
      make("ol", { class: "plain" }, career.movements.map((movement) => make("li", {}, step(movement), proof(movement, data.claims)))),
    ];
  }

  function doubtful(certain, doubts) {
    return doubts ? certain + " (+" + doubts + "?)" : String(certain);
  }

  function showFlow(data) {
    const head = ["Period", "Came", "Left"].map((text, i) => make("th", i ? { class: "number", scope: "col" } : { scope: "col" }, text));
    head.push(make("th", { scope: "col" }, "With"));
    const rows = data.periods.map((flow) => make("tr", {},
      make("th", { scope: "row" }, flow.period),
      make("td", { class: "number" }, doubtful(flow.arrivals, flow.doubtfulArrivals)),
      make("td", { class: "number" }, doubtful(flow.departures, flow.doubtfulDepartures)),
      make("td", {}, flow.counterparts.map((other) => other.organisation).join(", "))));
    return [
      make("h2", {}, data.organisation),
      make("table", {}, make("caption", { class: "faint" }, "People who came and left; with ? those rumoured or disputed"),
        make("thead", {}, make("tr", {}, head)), make("tbody", {}, rows)),
      make("h3", {}, "The movements behind it"),
      make("ol", { class: "plain" }, data.movements.map((end) =>
        make("li", {}, step(end.movement, lookUp("career", end.name)), proof(end.movement, data.claims)))),
    ];
  }

  function seriesName(series) {
    return series.entities.join(" + ") + " \u00b7 " + words(series.metric)
      + (series.scopeWorded || series.scope ? " \u00b7 " + (series.scopeWorded || series.scope) : "")
      + (series.forecast ? " \u00b7 forecast" : "");
  }

  function showSeries(data) {
    return [make("h2", {}, data.entity), ...data.series.map((series) => make("section", {},
      make("h3", {}, seriesName(series)),
      make("ol", { class: "plain" }, series.points.map((point) => make("li", {},
        make("span", {}, point.date + (point.dated ? "" : " (published)") + ": "),
        make("span", { class: "value" }, BOUNDS[point.bound] + number(point.value, series.unit)), " ",
        make("span", { class: point.agreement === "CONFLICTING" || point.modality === "RUMOURED" || point.modality === "DENIED" ? "doubt" : "faint" },
          "\u00b7 " + words(point.agreement) + " \u00b7 " + words(point.modality)
          + (point.low === point.high ? "" : " \u00b7 told: " + number(point.low, series.unit) + " to " + number(point.high, series.unit))),
        proof(point, data.claims))))))];
  }

  const SHOW = { career: showCareer, flow: showFlow, series: showSeries };

  function start(people, entities) {
    const moved = people.people.map((person) => make("li", {}, lookUp("career", person.name),
      person.latest ? [step(person.latest), proof(person.latest, people.claims)].flat() : null));
    const known = entities.entities.map((entity) => make("li", {},
      entity.points ? lookUp("series", entity.name) : lookUp("flow", entity.name),
      entity.metrics.length ? make("div", { class: "faint" }, entity.metrics.map(words).join(", ")) : null,
      entity.points && entity.movements ? make("div", {}, lookUp("flow", entity.name, "who came and left")) : null));
    const nothing = make("p", { class: "faint" }, "Nothing yet. Feed articles with: newsledger ingest PATH");
    return [make("div", { class: "lists" },
      make("section", {}, make("h2", {}, "People who moved last"), moved.length ? make("ul", { class: "plain" }, moved) : nothing),
      make("section", {}, make("h2", {}, "Organisations and products"),
        known.length ? make("ul", { class: "plain" }, known) : nothing.cloneNode(true)))];
  }

  async function get(path) {
    const response = await fetch(path, { headers: { Accept: "application/json" } });
    const body = await response.json();
    if (!response.ok) {
      throw Object.assign(new Error(body.detail || "HTTP " + response.status), { problem: body });
    }
    return body;
  }

  function show(children, title) {
    document.title = title ? title + " \u2013 Newsledger" : "Newsledger";
    answer.replaceChildren(...children.filter((child) => child !== null));
  }

  function failed(error, what) {
    const offered = (error.problem && error.problem.suggestions) || [];
    return [make("p", { class: "against", role: "alert" }, error.problem ? error.message : "The ledger does not answer: " + error.message),
      offered.length ? make("ul", { class: "plain" }, offered.map((one) => make("li", {}, lookUp(what, one)))) : null];
  }

  async function route() {
    const mine = ++asked;
    const [path, query] = location.hash.slice(1).split("?");
    const [what, ...rest] = path.split("/");
    asOf.value = new URLSearchParams(query || "").get("asOf") || "";
    const day = asOf.value ? "?asOf=" + asOf.value : "";
    try {
      if (KINDS.includes(what) && rest.length) {
        kind.value = what;
        name.value = decodeURIComponent(rest.join("/"));
        const data = await get("/" + what + "/" + encodeURIComponent(name.value) + day);
        if (mine === asked) {
          show(SHOW[what](data), name.value);
          answer.focus({ preventScroll: true });
        }
      } else {
        const [people, entities] = await Promise.all([get("/people" + day), get("/entities" + day)]);
        if (mine === asked) {
          show(start(people, entities));
        }
      }
    } catch (error) {
      if (mine === asked) {
        show(failed(error, what));
      }
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const next = address(kind.value, name.value.trim());
    if (next === location.hash) {
      route();
    } else {
      location.hash = next;
    }
  });
  addEventListener("hashchange", route);
  route();
})();
