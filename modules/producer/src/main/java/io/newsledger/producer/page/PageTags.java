package io.newsledger.producer.page;

import java.util.Set;

/** Kinds of elements. */
final class PageTags {
  static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  /** Elements that begin a line of their own. */
  static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");

  /** Elements whose text no reader sees as part of an article. */
  static final String INVISIBLE =
      "script, style, noscript, template, link, meta, iframe, frame, embed, applet, svg,"
          + " math, canvas, audio, video, map, dialog, button, select, option, input, textarea,"
          + " datalist, optgroup, progress, meter, nav, aside, menu, [hidden],"
          + " [style~=(?i)display\\s*:\\s*none], [style~=(?i)visibility\\s*:\\s*hidden],"
          + " [aria-modal=true], [role~=(?i)^(menu|menubar|complementary|navigation|alert"
          + "|alertdialog|dialog|banner|contentinfo|search|toolbar|tablist|tooltip)$]";

  private PageTags() {}
}
