package io.newsledger.query.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.JettyConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.newsledger.query.Ledger;
import io.newsledger.query.peer.PeerClient;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.security.KeyStore;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Answers questions over HTTP until closed. */
public final class LedgerServer implements AutoCloseable {
  /** When a request began, by the clock of {@link System#nanoTime()}. */
  private static final String BEGUN = "begun";

  private static final int THREADS = 16;
  private static final int WAITING = 256;
  private static final int CONNECTIONS_WAITING = 64;
  private static final int IDLE_MILLIS = 30_000;
  private static final int STOP_MILLIS = 2_000;

  /** How long connections that nobody uses are kept open while stopping. */
  private static final int STOP_IDLE_MILLIS = 50;

  /** Everything that the page needs comes from here; nothing else may be loaded or embedded. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cache-Control",
          "no-store");

  private final Javalin server;
  private final URI uri;

  private LedgerServer(Javalin server, URI uri) {
    this.server = server;
    this.uri = uri;
  }

  /**
   * Starts with the ledger alone.
   *
   * @param host address to listen on, for instance 127.0.0.1
   * @param port to listen on; 0 for any free one
   * @throws ServerException if it cannot listen there
   */
  public static LedgerServer start(Ledger ledger, String host, int port) {
    return start(ledger, ServerSettings.at(host, port));
  }

  /**
   * Starts.
   *
   * @throws ServerException if it cannot listen where the settings say
   */
  public static LedgerServer start(Ledger ledger, ServerSettings settings) {
    String host = settings.host();
    int port = settings.port();
    Optional<KeyStore> secrets = settings.access().certificate().map(Certificate::store);
    Javalin server = Javalin.create(config -> configure(config, ledger, settings, secrets));
    try {
      server.start();
    } catch (RuntimeException e) {
      server.stop();
      throw new ServerException(
          "cannot listen on " + host + ":" + port + ": choose another port, or 0 for a free one",
          e);
    }
    return new LedgerServer(
        server,
        URI.create((secrets.isPresent() ? "https://" : "http://") + host + ":" + server.port()));
  }

  /** Where it listens, without a slash at the end. */
  public URI uri() {
    return uri;
  }

  /** Lets running answers end for a moment, then stops. */
  @Override
  public void close() {
    server.stop();
  }

  private static void configure(
      JavalinConfig config, Ledger ledger, ServerSettings settings, Optional<KeyStore> secrets) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = 1024;
    config.router.ignoreTrailingSlashes = true;
    jetty(config.jetty, settings, secrets);
    CrossOrigin others = new CrossOrigin(settings.origins());
    FilterHolder access =
        new FilterHolder(
            new AccessFilter(settings.access(), HEADERS, others, settings.operations()));
    access.setAsyncSupported(true);
    config.jetty.modifyServletContextHandler(
        context -> context.addFilter(access, "/*", EnumSet.of(DispatcherType.REQUEST)));
    settings
        .changes()
        .ifPresent(
            feed ->
                config.jetty.modifyServletContextHandler(
                    context -> {
                      ServletHolder stream =
                          new ServletHolder(new StreamServlet(feed, HEADERS, others));
                      stream.setAsyncSupported(true);
                      context.addServlet(stream, "/stream");
                    }));
    settings
        .rows()
        .ifPresent(
            rows ->
                config.jetty.modifyServletContextHandler(
                    context ->
                        context.addServlet(
                            new ServletHolder(
                                new PeerServlet(rows, HEADERS, settings.operations())),
                            PeerClient.PATH)));
    config.routes.before(request -> begin(request, others));
    settings.operations().ifPresent(told -> measure(config.routes, told));
    PageFiles.serve(config.routes);
    new LedgerRoutes(ledger).add(config.routes);
    new OperationRoutes(ledger, settings.operations()).add(config.routes);
    settings.intake().ifPresent(intake -> new IntakeRoutes(intake).add(config.routes));
    Problems.answer(config.routes);
  }

  private static void begin(Context request, CrossOrigin others) {
    HEADERS.forEach(request::header);
    boolean allowed = others.allow(request.header("Origin"), request::header);
    if (allowed
        && request.method().equals(HandlerType.OPTIONS)
        && request.header("Access-Control-Request-Method") != null) {
      others.allowQuestion(request::header);
      request.status(204).skipRemainingHandlers();
    }
  }

  private static void measure(RoutesConfig routes, Operations operations) {
    routes.before(request -> request.attribute(BEGUN, System.nanoTime()));
    routes.after(
        request -> {
          Long begun = request.attribute(BEGUN);
          if (begun != null) {
            Endpoint endpoint = request.endpoints().lastHttpEndpoint();
            operations.answered(
                endpoint == null ? "none" : endpoint.path,
                request.statusCode(),
                Duration.ofNanos(System.nanoTime() - begun));
          }
        });
  }

  private static void jetty(
      JettyConfig jetty, ServerSettings settings, Optional<KeyStore> secrets) {
    QueuedThreadPool threads =
        new QueuedThreadPool(THREADS, 2, IDLE_MILLIS, 0, new ArrayBlockingQueue<>(WAITING), null);
    threads.setName("newsledger-http");
    threads.setDaemon(true);
    jetty.threadPool = threads;
    jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setSendXPoweredBy(false);
          http.setIdleTimeout(IDLE_MILLIS);
        });
    jetty.modifyServer(server -> server.setStopTimeout(STOP_MILLIS));
    jetty.addConnector(
        (server, http) -> {
          HttpConnectionFactory plain = new HttpConnectionFactory(http);
          ServerConnector connector =
              secrets
                  .map(LedgerServer::tls)
                  .map(tls -> AbstractConnectionFactory.getFactories(tls, plain))
                  .map(factories -> new ServerConnector(server, null, null, null, 1, 1, factories))
                  .orElseGet(() -> new ServerConnector(server, 1, 1, plain));
          connector.setHost(settings.host());
          connector.setPort(settings.port());
          connector.setIdleTimeout(IDLE_MILLIS);
          connector.setShutdownIdleTimeout(STOP_IDLE_MILLIS);
          connector.setAcceptQueueSize(CONNECTIONS_WAITING);
          return connector;
        });
  }

  private static SslContextFactory.Server tls(KeyStore secrets) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(secrets);
    tls.setKeyStorePassword(Certificate.WORD);
    tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    return tls;
  }
}
