package io.newsledger.query.http;

import io.newsledger.query.peer.PeerClient;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stands before everything that is answered. */
final class AccessFilter implements Filter {
  /** As they are sent, letter by letter: another spelling may lead elsewhere. */
  private static final Set<String> HEALTH = Set.of("/health/live", "/health/ready");

  private static final String RETRY_AFTER = "1";

  /** A year: who has come by TLS once, comes by nothing else. */
  private static final String ONLY_TLS = "max-age=31536000";

  private final Access access;
  private final Optional<RateLimit> limit;
  private final Map<String, String> headers;
  private final CrossOrigin others;
  private final Optional<Operations> operations;

  /**
   * @param headers of every answer
   * @param others whose pages may read a refusal
   * @param operations hears of refusals
   */
  AccessFilter(
      Access access,
      Map<String, String> headers,
      CrossOrigin others,
      Optional<Operations> operations) {
    this.access = access;
    this.limit =
        access.perSecond().isPresent()
            ? Optional.of(new RateLimit(access.perSecond().getAsInt()))
            : Optional.empty();
    this.headers = headers;
    this.others = others;
    this.operations = operations;
  }

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    HttpServletResponse response = (HttpServletResponse) answer;
    if (access.certificate().isPresent()) {
      response.setHeader("Strict-Transport-Security", ONLY_TLS);
    }
    // Who watches over an instance must hear of it always, and hears no article.
    if (HEALTH.contains(request.getRequestURI())) {
      chain.doFilter(request, response);
    } else if (!isOfOurs(request) && !mayAskNow(request)) {
      response.setHeader("Retry-After", RETRY_AFTER);
      refuse(
          request,
          response,
          Problem.of(429, "Too often", "this address asks more often than it may"));
    } else if (!mayGoOn(request)) {
      response.addHeader("WWW-Authenticate", "Bearer");
      response.addHeader("WWW-Authenticate", "Basic realm=\"Newsledger\", charset=\"UTF-8\"");
      refuse(
          request,
          response,
          Problem.of(
              401,
              "Not allowed",
              "send Authorization: Bearer with the token for reading, or give it as the password"));
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Another instance asks for as many others as there are; without a token nobody can tell. */
  private boolean isOfOurs(HttpServletRequest request) {
    return request.getRequestURI().equals(PeerClient.PATH)
        && access
            .reading()
            .map(token -> token.isIn(request.getHeader("Authorization")))
            .orElse(false);
  }

  private boolean mayAskNow(HttpServletRequest request) {
    return limit.map(one -> one.take(request.getRemoteAddr(), System.nanoTime())).orElse(true);
  }

  /** What is offered has a token of its own; a browser asks without one whether it may ask. */
  private boolean mayGoOn(HttpServletRequest request) {
    boolean offered =
        request.getMethod().equals("POST") && request.getRequestURI().equals(IntakeRoutes.PATH);
    boolean question =
        request.getMethod().equals("OPTIONS")
            && request.getHeader("Access-Control-Request-Method") != null;
    return offered
        || question
        || access
            .reading()
            .map(token -> token.isIn(request.getHeader("Authorization")))
            .orElse(true);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    headers.forEach(response::setHeader);
    others.allow(request.getHeader("Origin"), response::setHeader);
    problem.write(response);
    operations.ifPresent(told -> told.answered("refused", problem.status(), Duration.ZERO));
  }
}
