// Questions to the ledger. Every answer is one of a state of knowledge: `asOf` goes with each.

const WAIT = 30_000;

/** What the ledger says instead of an answer. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || "the ledger answers with status " + status);
    this.status = status;
    this.title = body.title || "";
    this.suggestions = body.suggestions || body.allowed || [];
  }
}

/** Asks; parameters that are empty are left out. */
export async function ask(path, parameters, signal) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters || {})) {
    if (value !== null && value !== undefined && value !== "") {
      query.set(name, value);
    }
  }
  const address = path + (query.size ? "?" + query : "");
  const limit = AbortSignal.timeout(WAIT);
  const response = await fetch(address, {
    headers: { Accept: "application/json" },
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  });
  let body;
  try {
    body = await response.json();
  } catch {
    throw new Problem(response.status, { detail: "the ledger's answer cannot be read" });
  }
  if (!response.ok) {
    throw new Problem(response.status, body);
  }
  return body;
}

/** A path with names in it. */
export function path(...parts) {
  return "/" + parts.map(encodeURIComponent).join("/");
}
