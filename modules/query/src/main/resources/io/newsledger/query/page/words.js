// How the ledger's values read: plain words, dates as dates, 700 million and not 700000000.

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];
const METRICS = {
  MARKET_SHARE: "market share", USAGE_SHARE: "share of usage", MONTHLY_ACTIVE_USERS: "monthly users",
  WEEKLY_ACTIVE_USERS: "weekly users", DAILY_ACTIVE_USERS: "daily users", USERS: "users",
  SUBSCRIBERS: "paying subscribers", CUSTOMERS: "customers", DOWNLOADS: "downloads",
  DERIVATIVE_MODELS: "models derived from it", REVENUE: "revenue", VALUATION: "valuation",
};
const BOUNDS = { EXACT: "", ABOUT: "about ", AT_LEAST: "at least ", AT_MOST: "at most " };
const AGREEMENTS = {
  SINGLE: "told once", AGREED: "sources agree", COMPATIBLE: "sources fit together",
  CONFLICTING: "sources disagree",
};
const CERTAINTIES = { REPORTED: "reported", ANNOUNCED: "announced", RUMOURED: "rumoured", DENIED: "denied" };

export const metrics = Object.keys(METRICS);

export function metric(symbol) {
  return METRICS[symbol] || symbol.toLowerCase().replaceAll("_", " ");
}

export function certainty(symbol) {
  return CERTAINTIES[symbol] || symbol.toLowerCase();
}

export function agreement(symbol) {
  return AGREEMENTS[symbol] || symbol.toLowerCase();
}

export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** 2026-03-04 as "4 March 2026", 2026-03 as "March 2026", 2026-Q1 as "January to March 2026". */
export function date(text) {
  const parts = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/.exec(text || "");
  if (!parts) {
    return text || "no date told";
  }
  const [, year, quarter, month, day] = parts;
  if (quarter) {
    const first = 3 * (quarter - 1);
    return MONTHS[first] + " to " + MONTHS[first + 2] + " " + year;
  }
  return (day ? Number(day) + " " : "") + (month ? MONTHS[month - 1] + " " : "") + year;
}

/** The same in a sentence: "in March 2026", "on 4 March 2026". */
export function when(text) {
  return (/^\d{4}-\d{2}-\d{2}$/.test(text || "") ? "on " : "in ") + date(text);
}

/** A date, short enough for an axis. */
export function shortDate(text) {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  return quarter ? "Q" + quarter[2] + " " + quarter[1]
    : date(text).replace(/[A-Z][a-z]+/, (name) => name.slice(0, 3));
}

/** The days that a date may mean, as times. */
export function span(text) {
  const [year, month, day] = text.split("-").map(Number);
  return day ? [Date.UTC(year, month - 1, day), Date.UTC(year, month - 1, day + 1)]
    : month ? [Date.UTC(year, month - 1, 1), Date.UTC(year, month, 1)]
    : [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
}

function plain(value) {
  return value.toLocaleString("en", { maximumFractionDigits: 3 });
}

/** 700000000 as "700 million". */
export function amount(value) {
  const size = Math.abs(value);
  for (const [unit, name] of [[1e12, "trillion"], [1e9, "billion"], [1e6, "million"]]) {
    if (size >= unit) {
      return plain(value / unit) + "\u00a0" + name;
    }
  }
  return plain(value);
}

/** With its unit: "40%", "$1.2 billion", "700 million". */
export function quantity(value, unit) {
  if (unit === "PERCENT") {
    return plain(value) + "%";
  }
  const symbol = { USD: "$", EUR: "€", GBP: "£", JPY: "¥", CNY: "CN¥", INR: "₹", KRW: "₩" }[unit];
  return unit === "COUNT" ? amount(value) : symbol ? symbol + amount(value) : unit + "\u00a0" + amount(value);
}

/** With its bound: "at least 600 million". */
export function figure(point, unit) {
  return (BOUNDS[point.bound] || "") + quantity(point.value, unit || point.unit);
}

export function count(number, one, many) {
  return number.toLocaleString("en") + " " + (number === 1 ? one : many || one + "s");
}

/** "2 (and perhaps 1 more)". */
export function people(certain, doubtful) {
  return doubtful ? certain + " (+" + doubtful + "?)" : String(certain);
}

/** "A, B and C". */
export function list(items) {
  return items.length < 2 ? items.join("") : items.slice(0, -1).join(", ") + " and " + items.at(-1);
}

/** Where the figure applies: "in the global AI market"; nothing for the whole world. */
export function scope(series) {
  return series.scopeWorded || series.scope || "";
}

/** What a series is of: "ChatGPT: weekly users". */
export function seriesName(series) {
  const where = scope(series);
  return series.entities.join(" + ") + ", " + metric(series.metric) + (where ? " (" + where + ")" : "")
    + (series.forecast ? ", forecast" : "");
}

/** Day of a time. */
export function day(time) {
  return (time || "").slice(0, 10);
}
