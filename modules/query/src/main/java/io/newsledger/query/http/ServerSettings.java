package io.newsledger.query.http;

import io.newsledger.query.peer.SharedRows;
import io.newsledger.query.stream.ChangeFeed;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where a server answers, and what it offers beside the ledger.
 *
 * @param host address to listen on, for instance 127.0.0.1
 * @param port to listen on; 0 for any free one
 * @param changes what {@code /stream} tells of, not closed from here; empty for no such address
 * @param operations what {@code /metrics} and {@code /topology} tell; empty for no such addresses
 * @param origins whose pages may ask from a browser, for instance https://example.org, or * for
 *     all; empty for no other page than the server's own
 * @param intake takes what is sent to {@code /articles}, not closed from here; empty for none
 * @param access who may ask
 * @param rows what other instances may ask for; empty for none
 */
public record ServerSettings(
    String host,
    int port,
    Optional<ChangeFeed> changes,
    Optional<Operations> operations,
    Set<String> origins,
    Optional<ArticleIntake> intake,
    Access access,
    Optional<SharedRows> rows) {
  public ServerSettings {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(changes, "changes");
    Objects.requireNonNull(operations, "operations");
    origins = Set.copyOf(origins);
    Objects.requireNonNull(intake, "intake");
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(rows, "rows");
  }

  /** The ledger alone. */
  public static ServerSettings at(String host, int port) {
    return new ServerSettings(
        host,
        port,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Access.OPEN,
        Optional.empty());
  }

  /** The same with changes to tell of. */
  public ServerSettings with(ChangeFeed feed) {
    return new ServerSettings(
        host, port, Optional.of(feed), operations, origins, intake, access, rows);
  }

  /** The same with operations to tell of. */
  public ServerSettings with(Operations told) {
    return new ServerSettings(
        host, port, changes, Optional.of(told), origins, intake, access, rows);
  }

  /** The same for pages of these origins. */
  public ServerSettings allowing(Set<String> pages) {
    return new ServerSettings(host, port, changes, operations, pages, intake, access, rows);
  }

  /** The same, which takes articles if this is given. */
  public ServerSettings taking(Optional<ArticleIntake> articles) {
    return new ServerSettings(host, port, changes, operations, origins, articles, access, rows);
  }

  /** The same, for those who may ask. */
  public ServerSettings guarded(Access asked) {
    return new ServerSettings(host, port, changes, operations, origins, intake, asked, rows);
  }

  /** The same, which tells other instances what it keeps, if that is given. */
  public ServerSettings sharing(Optional<SharedRows> kept) {
    return new ServerSettings(host, port, changes, operations, origins, intake, access, kept);
  }
}
