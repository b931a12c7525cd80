package io.newsledger.app.command;

/** How commands describe the paths that they take. */
final class PathsText {
  static final String PATHS =
      "Files, folders with all below them, patterns in quotation marks, or - for standard input."
          + " Read are text and Markdown, HTML, RSS, Atom, JSON Feed, ninjs, JSON, JSON lines and"
          + " web archives (WARC), each also gzipped; which one it is, the content tells.";

  private PathsText() {}
}
