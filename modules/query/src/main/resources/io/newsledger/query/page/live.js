// Changes as they happen: tells the page when the ledger has moved on.

const TOPICS = ["talent.careers", "talent.alerts", "market.series", "market.shifts", "talent.flows"];
const SETTLE = 400;

/**
 * Follows the ledger until closed.
 *
 * @param state hears whether the ledger is being followed
 * @param changed hears of changes, some time after the last of those that come together
 * @return ends it
 */
export function follow(state, changed) {
  const source = new EventSource("/stream");
  let settling = 0;
  const moved = () => {
    clearTimeout(settling);
    settling = setTimeout(changed, SETTLE);
  };
  source.addEventListener("begin", () => state(true));
  source.addEventListener("error", () => state(false));
  // The browser comes back by itself, and goes on where it was.
  source.addEventListener("end", () => {
    state(false);
    moved();
  });
  TOPICS.forEach((topic) => source.addEventListener(topic, moved));
  return () => {
    clearTimeout(settling);
    source.close();
  };
}
