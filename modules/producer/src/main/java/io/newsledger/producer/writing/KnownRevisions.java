package io.newsledger.producer.writing;

import io.newsledger.events.ArticleIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands on the logs already: by article its revisions, sorted; by reject an empty list. Has
 * two layers, so that a transaction that fails leaves no trace.
 */
final class KnownRevisions {
  private final Map<String, List<String>> committed = new HashMap<>();
  private final Map<String, List<String>> pending = new HashMap<>();

  /** Takes in an entry of {@code news.index}. */
  void load(ArticleIndex entry) {
    committed.put(entry.getId(), List.copyOf(entry.getRevisions()));
  }

  /** Forgets an entry that {@code news.index} deleted. */
  void forget(String id) {
    committed.remove(id);
  }

  boolean has(String id) {
    return pending.containsKey(id) || committed.containsKey(id);
  }

  boolean has(String id, String revision) {
    return revisions(id).contains(revision);
  }

  /** Adds a revision until the transaction ends; the article's entry then. */
  ArticleIndex add(String id, String revision) {
    List<String> revisions = new ArrayList<>(revisions(id));
    revisions.add(revision);
    revisions.sort(null);
    pending.put(id, List.copyOf(revisions));
    return new ArticleIndex(id, List.copyOf(revisions));
  }

  /** Adds a reject until the transaction ends; its entry then. */
  ArticleIndex addReject(String id) {
    pending.put(id, List.of());
    return new ArticleIndex(id, List.of());
  }

  /** The transaction was committed: what was added stays. */
  void commit() {
    committed.putAll(pending);
    pending.clear();
  }

  /** The transaction failed: what was added is gone. */
  void abort() {
    pending.clear();
  }

  private List<String> revisions(String id) {
    List<String> added = pending.get(id);
    return added != null ? added : committed.getOrDefault(id, List.of());
  }
}
