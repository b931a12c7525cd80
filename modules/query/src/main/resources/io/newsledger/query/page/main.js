// Pages load what they need and then draw it at once: `load(context)`, `view(data, address)`.
// Which address shows which page, and what is said while it is read or cannot be.
import { Problem, ask } from "./api.js";
import * as article from "./article.js";
import * as charts from "./charts.js";
import * as claims from "./claims.js";
import { h, say } from "./dom.js";
import * as figures from "./figures.js";
import * as live from "./live.js";
import * as market from "./market.js";
import * as organisation from "./organisation.js";
import * as person from "./person.js";
import * as proof from "./proof.js";
import { go, here, to } from "./router.js";
import * as search from "./search.js";
import * as talent from "./talent.js";
import * as time from "./time.js";
import * as today from "./today.js";

const PAGES = { today, talent, organisation, person, market, figures, proof: claims, article, search };
const UNDER = { organisation: "talent", person: "talent", figures: "market", article: "proof" };
const SLOW = 250;
const AGAIN = 2_000;
const main = document.getElementById("main");

let shown = null;
let last = null;
let running = null;
let again = 0;
let unfollow = null;

function address() {
  const { page, name, parameters } = here();
  const rest = { ...parameters };
  delete rest.proof;
  return JSON.stringify([page, name, rest]);
}

async function route() {
  const now = here();
  mark(now);
  time.show();
  if (address() === shown) {
    proof.show();
    return;
  }
  const place = [now.page, now.name].join();
  const moved = place !== last;
  last = place;
  shown = address();
  clearTimeout(again);
  follow(now);
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  const slow = setTimeout(() => {
    main.setAttribute("aria-busy", "true");
    if (moved) {
      main.replaceChildren(h("p", { class: "note" }, "Reading the ledger …"));
    }
  }, SLOW);
  try {
    const page = PAGES[now.page];
    if (!page) {
      throw new Problem(404, { detail: "There is no page '" + now.page + "'." });
    }
    const asked = (path, parameters) => ask(path, { asOf: now.parameters.asOf, ...parameters }, signal);
    const data = await page.load({ ...now, ask: asked });
    if (!signal.aborted) {
      charts.clear();
      proof.clear();
      const { title, content } = page.view(data, now);
      put(title, content, moved);
    }
  } catch (error) {
    if (!signal.aborted) {
      charts.clear();
      put("Nothing to show", failed(error), moved);
    }
  } finally {
    clearTimeout(slow);
    main.removeAttribute("aria-busy");
  }
}

/** Today tells what happens while it is looked at, unless it shows a day of the past. */
function follow(now) {
  const wanted = now.page === "today" && !now.parameters.asOf;
  if (wanted === (unfollow !== null)) {
    return;
  }
  if (unfollow) {
    unfollow();
    unfollow = null;
    return;
  }
  unfollow = live.follow(today.following, async () => {
    time.start().catch(() => {});
    const before = today.keys();
    shown = null;
    await route();
    const fresh = today.highlight(before);
    if (fresh) {
      say(fresh === 1 ? "One new line" : fresh + " new lines");
    }
  });
}

function put(title, content, moved) {
  main.replaceChildren(...content.flat(Infinity).filter(Boolean));
  document.title = title + " – Newsledger";
  if (moved) {
    scrollTo(0, 0);
    say(title);
  }
  proof.show();
  main.dispatchEvent(new CustomEvent("shown"));
}

/** Says what is wrong and what can be done about it. */
function failed(error) {
  if (!(error instanceof Problem)) {
    console.warn(error);
    return [h("h1", {}, "The ledger does not answer"),
      h("p", { class: "lead" }, "Is it still running? It is started with ", h("code", {}, "newsledger run"), "."), retry()];
  }
  if (error.status === 503) {
    again = setTimeout(() => { shown = null; route(); }, AGAIN);
    return [h("h1", {}, "One moment"), h("p", { class: "lead", role: "status" },
      error.message.charAt(0).toUpperCase() + error.message.slice(1) + ". This page asks again by itself.")];
  }
  const { page } = here();
  return [h("h1", {}, error.status === 404 ? "Not in the ledger" : "That cannot be answered"),
    h("p", { class: "lead" }, error.message.charAt(0).toUpperCase() + error.message.slice(1) + "."),
    error.suggestions.length ? h("p", {}, "Perhaps you mean: ", error.suggestions.map((one, i) => [i ? ", " : "",
      h("a", { href: to(page, one) }, one)])) : null,
    here().parameters.asOf ? h("p", {}, h("a", { href: to(here().page, here().name, { asOf: null }) },
      "Look at all that is known now")) : null];
}

function retry() {
  return h("button", { type: "button", onclick: () => { shown = null; route(); } }, "Try again");
}

function mark(now) {
  const chosen = UNDER[now.page] || now.page;
  for (const link of document.querySelectorAll("#nav a")) {
    const page = link.getAttribute("href").split(/[/?]/)[1];
    link.setAttribute("href", to(page));
    if (page === chosen) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  }
  document.querySelector(".wordmark").setAttribute("href", to("today"));
}

const theme = document.getElementById("theme");
const dark = matchMedia("(prefers-color-scheme: dark)");

function paint() {
  const kept = localStorage.getItem("theme");
  const chosen = kept || (dark.matches ? "dark" : "light");
  document.documentElement.dataset.theme = chosen;
  theme.textContent = chosen === "dark" ? "☀" : "☾";
  theme.setAttribute("aria-label", "Use " + (chosen === "dark" ? "light" : "dark") + " colours");
  theme.title = theme.getAttribute("aria-label");
  charts.redraw();
}

theme.addEventListener("click", () => {
  localStorage.setItem("theme", document.documentElement.dataset.theme === "dark" ? "light" : "dark");
  paint();
});
dark.addEventListener("change", paint);
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  const q = document.getElementById("q").value.trim();
  if (q) {
    go(to("search", "", { q }));
  }
});
addEventListener("hashchange", route);

paint();
time.start().catch(() => {});
route();
