// Charts, drawn on canvas: the page's policy forbids the style attributes that drawing as SVG needs.
import { h } from "./dom.js";
import * as words from "./words.js";

let library = null;
let drawn = [];

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
}

/** The colours of the present theme, as charts need them. */
export function palette() {
  return {
    ink: colour("ink"), soft: colour("soft"), line: colour("line"), paper: colour("paper"), raised: colour("raised"),
    accent: colour("accent"), doubt: colour("doubt"), against: colour("against"), strong: colour("strong"),
    series: ["one", "two", "three", "four", "five", "six"].map(colour),
  };
}

/** Ends the charts of the page before. */
export function clear() {
  for (const one of drawn) {
    one.watch.disconnect();
    one.chart?.dispose();
  }
  drawn = [];
}

/**
 * A chart; what it shows must stand in a table beside it, too.
 *
 * @param label what it shows, in words
 * @param size a class: "tall", "low" or nothing
 * @param option makes the option of ECharts from a palette
 * @param click hears the data of what is selected
 */
export function chart(label, size, option, click) {
  const element = h("div", { class: "chart " + (size || ""), role: "img", "aria-label": label });
  const one = { element, option, click, chart: null, narrow: null, watch: null };
  one.watch = new ResizeObserver(() => {
    if (one.chart && one.narrow === isNarrow(element)) {
      one.chart.resize();
    } else if (one.chart) {
      one.chart.dispose();
      one.chart = null;
      draw(one);
    } else if (element.clientWidth > 0) {
      draw(one);
    }
  });
  one.watch.observe(element);
  drawn.push(one);
  return element;
}

/** Draws all again, in the colours of another theme. */
export function redraw() {
  for (const one of drawn) {
    one.chart?.dispose();
    one.chart = null;
    draw(one);
  }
}

function isNarrow(element) {
  return element.clientWidth < 520;
}

async function draw(one) {
  library = library || import("./echarts.js");
  const echarts = await library;
  if (one.chart || !drawn.includes(one)) {
    return;
  }
  one.narrow = isNarrow(one.element);
  one.chart = echarts.init(one.element, null, { renderer: "canvas" });
  const colours = palette();
  const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
  one.chart.setOption({
    animation: !reduced, animationDuration: 300, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colours.soft },
    ...one.option(colours, one.narrow),
  });
  if (one.click) {
    one.chart.on("click", (event) => one.click(event));
  }
  one.element.dataset.drawn = "yes";
}

/** A tooltip of plain text. */
export function tooltip(colours, text) {
  return {
    trigger: "item", renderMode: "richText", confine: true, backgroundColor: colours.raised, borderColor: colours.line,
    textStyle: { color: colours.ink, fontSize: 13, lineHeight: 19 }, formatter: text,
  };
}

/** An axis of time. */
export function timeAxis(colours, narrow) {
  return {
    type: "time", axisLine: { lineStyle: { color: colours.strong } }, axisTick: { lineStyle: { color: colours.strong } },
    axisLabel: { color: colours.soft, hideOverlap: true, fontSize: 12,
      formatter: { year: "{yyyy}", month: narrow ? "{MM}/{yy}" : "{MMM} {yyyy}", day: "{d} {MMM}" } },
    splitNumber: narrow ? 3 : 6, splitLine: { show: false },
  };
}

/** An axis of values. */
export function valueAxis(colours, unit, more) {
  return {
    type: "value", axisLabel: { color: colours.soft, fontSize: 12, formatter: (value) => words.quantity(Math.abs(value), unit) },
    axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: colours.line } }, ...more,
  };
}
