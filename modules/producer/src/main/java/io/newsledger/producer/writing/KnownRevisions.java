package io.newsledger.producer.writing;

import io.newsledger.events.ArticleIndex;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands on the logs already: by article its revisions, sorted; by reject an empty list. Has
 * two layers, so that a transaction that fails leaves no trace. Holds digests as bytes, about 110
 * for an article of one revision and 16 for each further one.
 */
final class KnownRevisions {
  /** Bytes of an id or a revision, which are twice as many hexadecimal digits. */
  private static final int BYTES = 16;

  private static final byte[] NONE = new byte[0];

  private final Map<Id, byte[]> committed = new HashMap<>();
  private final Map<Id, byte[]> pending = new HashMap<>();
  private final Set<Id> removed = new HashSet<>();

  private record Id(long high, long low) {
    static Id of(String text) {
      ByteBuffer bytes = ByteBuffer.wrap(bytes(text));
      return new Id(bytes.getLong(), bytes.getLong());
    }
  }

  /**
   * Takes in an entry of {@code news.index}.
   *
   * @throws IllegalArgumentException if its ids are not of 32 hexadecimal digits
   */
  void load(ArticleIndex entry) {
    committed.put(Id.of(entry.getId()), packed(entry.getRevisions()));
  }

  /** Forgets an entry that {@code news.index} deleted. */
  void forget(String id) {
    committed.remove(Id.of(id));
  }

  boolean has(String id) {
    Id key = Id.of(id);
    return !removed.contains(key) && (pending.containsKey(key) || committed.containsKey(key));
  }

  boolean has(String id, String revision) {
    return revisions(id).contains(revision);
  }

  /** Adds a revision until the transaction ends; the article's entry then. */
  ArticleIndex add(String id, String revision) {
    List<String> revisions = new ArrayList<>(revisions(id));
    revisions.add(revision);
    revisions.sort(null);
    pending.put(Id.of(id), packed(revisions));
    return new ArticleIndex(id, List.copyOf(revisions));
  }

  /** Adds a reject until the transaction ends; its entry then. */
  ArticleIndex addReject(String id) {
    pending.put(Id.of(id), NONE);
    return new ArticleIndex(id, List.of());
  }

  /** Takes away a reject until the transaction ends. */
  void remove(String id) {
    removed.add(Id.of(id));
  }

  /** The transaction was committed: what was added stays, what was taken away is gone. */
  void commit() {
    committed.putAll(pending);
    committed.keySet().removeAll(removed);
    abort();
  }

  /** The transaction failed: all is as it was. */
  void abort() {
    pending.clear();
    removed.clear();
  }

  private List<String> revisions(String id) {
    Id key = Id.of(id);
    byte[] added = pending.get(key);
    byte[] packed = added != null ? added : committed.getOrDefault(key, NONE);
    List<String> revisions = new ArrayList<>(packed.length / BYTES);
    for (int at = 0; at < packed.length; at += BYTES) {
      revisions.add(HexFormat.of().formatHex(packed, at, at + BYTES));
    }
    return revisions;
  }

  private static byte[] packed(List<String> revisions) {
    byte[] packed = revisions.isEmpty() ? NONE : new byte[revisions.size() * BYTES];
    for (int i = 0; i < revisions.size(); i++) {
      System.arraycopy(bytes(revisions.get(i)), 0, packed, i * BYTES, BYTES);
    }
    return packed;
  }

  private static byte[] bytes(String text) {
    byte[] bytes = HexFormat.of().parseHex(text);
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("not of " + 2 * BYTES + " hexadecimal digits: " + text);
    }
    return bytes;
  }
}
