// Addresses: #/page/name?parameter=value. Everything that makes a view is in its address.

/** The address as `{page, name, parameters}`. */
export function here() {
  const [path, query] = (location.hash.slice(1) || "/today").split("?");
  const [page, ...rest] = path.split("/").filter(Boolean);
  let name = rest.join("/");
  try {
    name = decodeURIComponent(name);
  } catch {
    // A name that is not encoded is meant as it stands.
  }
  return { page: page || "today", name, parameters: Object.fromEntries(new URLSearchParams(query || "")) };
}

/** An address; the state of knowledge goes along unless another is given. */
export function to(page, name, parameters) {
  const asOf = here().parameters.asOf;
  const all = { ...(asOf ? { asOf } : {}), ...parameters };
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(all)) {
    if (value !== null && value !== undefined && value !== "") {
      query.set(key, value);
    }
  }
  return "#/" + page + (name ? "/" + encodeURIComponent(name) : "") + (query.size ? "?" + query : "");
}

/** This view with other parameters; null takes one away. */
export function change(parameters) {
  const now = here();
  const next = { ...now.parameters, proof: null, ...parameters };
  return to(now.page, now.name, { asOf: null, ...next });
}

/** Goes there. */
export function go(address) {
  location.hash = address;
}

/** Goes there without a step to come back to. */
export function replace(address) {
  history.replaceState(null, "", address);
  dispatchEvent(new HashChangeEvent("hashchange"));
}
