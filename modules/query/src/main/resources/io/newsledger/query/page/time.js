// The slider of known time: every page shows the ledger as it was known by the end of that day.
import { ask } from "./api.js";
import { svg } from "./dom.js";
import { change, here, replace } from "./router.js";
import * as words from "./words.js";

const DAY = 86_400_000;
const SETTLE = 140;
const box = document.getElementById("time");
const slider = document.getElementById("known");
const label = document.getElementById("known-day");
const head = document.getElementById("known-label");
const picture = document.getElementById("known-days");
const past = document.getElementById("past");

let first = null;
let last = null;
let days = [];
let waiting = 0;

function text(position) {
  return new Date(first + position * DAY).toISOString().slice(0, 10);
}

function position(day) {
  return Math.round((Date.parse(day) - first) / DAY);
}

/** Reads which days there are; the slider is there when there is more than one. */
export async function start() {
  const answer = await ask("/days");
  if (!answer.first) {
    box.hidden = true;
    return;
  }
  first = Date.parse(answer.first);
  last = Date.parse(answer.last);
  days = answer.days;
  const length = Math.max(1, (last - first) / DAY);
  slider.max = length;
  box.hidden = false;
  const most = Math.max(...days.map((one) => one.revisions));
  picture.setAttribute("viewBox", "0 0 " + length + " 16");
  const width = Math.max(length / 260, 0.6);
  picture.replaceChildren(...days.map((one) => {
    const height = 3 + 13 * Math.sqrt(one.revisions / most);
    return svg("rect", { x: position(one.day) - width / 2, y: 16 - height, width, height });
  }));
  show();
}

/** Moves the slider to where the address is. */
export function show() {
  const asOf = here().parameters.asOf;
  if (first !== null) {
    slider.value = asOf ? Math.min(Math.max(position(asOf), 0), slider.max) : slider.max;
  }
  tell(asOf);
}

function tell(asOf) {
  const shown = asOf || (last === null ? null : new Date(last).toISOString().slice(0, 10));
  head.textContent = asOf ? "As it was known on" : "All that is known, up to";
  label.textContent = shown ? words.date(shown) : "";
  slider.setAttribute("aria-valuetext", (asOf ? "known by " : "now; newest article of ") + (shown ? words.date(shown) : ""));
  box.dataset.past = asOf ? "yes" : "no";
  past.hidden = !asOf;
  past.textContent = asOf
    ? "You see the ledger as it was known on " + words.date(asOf) + ". What was published later is not in it." : "";
  document.getElementById("now").disabled = !asOf;
  document.getElementById("earlier").disabled = first === null || Number(slider.value) === 0;
  document.getElementById("later").disabled = !asOf;
}

function choose(at) {
  const asOf = at >= Number(slider.max) ? null : text(at);
  slider.value = at;
  tell(asOf);
  clearTimeout(waiting);
  waiting = setTimeout(() => replace(change({ asOf })), SETTLE);
}

/** The publication day before or behind the one that is shown. */
function neighbour(back) {
  const at = Number(slider.value);
  const places = days.map((one) => position(one.day));
  return back ? places.findLast((one) => one < at) ?? 0 : places.find((one) => one > at) ?? Number(slider.max);
}

slider.addEventListener("input", () => choose(Number(slider.value)));
document.getElementById("earlier").addEventListener("click", () => choose(neighbour(true)));
document.getElementById("later").addEventListener("click", () => choose(neighbour(false)));
document.getElementById("now").addEventListener("click", () => choose(Number(slider.max)));
