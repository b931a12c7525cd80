package io.newsledger.producer.feed;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * What stands around the entries of a feed: the names that it declares, its title and its address.
 * An entry in it is a feed of its own and can be read again alone.
 *
 * @param before what stands before an entry
 * @param after what stands behind it
 */
record FeedFrame(String before, String after) {
  private static final Set<String> HEAD = Set.of("title", "link", "language");

  /** Entries may have any length; what a feed says of itself has not. */
  private static final int MAX_HEAD = 16 * 1024;

  /**
   * The frame of a feed.
   *
   * @param root the feed
   * @param channel where its title stands, the root itself or a child of it
   */
  static FeedFrame of(Element root, Element channel) {
    Document holder = new Document("");
    holder.outputSettings(root.ownerDocument().outputSettings());
    Element shell = root.shallowClone();
    holder.appendChild(shell);
    Element inner = shell;
    String after = "</" + root.tagName() + ">";
    if (!channel.equals(root)) {
      inner = channel.shallowClone();
      shell.appendChild(inner);
      after = "</" + channel.tagName() + ">" + after;
    }
    for (Element child : channel.children()) {
      if (HEAD.contains(Xml.local(child)) && child.outerHtml().length() < MAX_HEAD) {
        inner.appendChild(child.clone());
      }
    }
    // Without any content it would close itself.
    inner.appendChild(new TextNode("\n"));
    String whole = shell.outerHtml();
    return new FeedFrame(whole.substring(0, whole.length() - after.length()), after);
  }

  /** The feed of one entry. */
  String around(Element entry) {
    return before + entry.outerHtml() + after;
  }
}
