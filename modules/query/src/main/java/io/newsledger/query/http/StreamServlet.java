package io.newsledger.query.http;

import io.newsledger.query.BadQuestion;
import io.newsledger.query.stream.ChangeFeed;
import io.newsledger.query.stream.ChangeFilter;
import io.newsledger.query.stream.FeedUnavailable;
import io.newsledger.query.stream.Positions;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes as server-sent events; see {@link EventStream}. */
final class StreamServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(StreamServlet.class);
  private static final Set<String> PARAMETERS = Set.of("topics", "person", "organisation");

  private final transient ChangeFeed feed;
  private final transient Map<String, String> headers;
  private final transient CrossOrigin others;

  /**
   * @param headers of every answer
   * @param others whose pages may listen
   */
  StreamServlet(ChangeFeed feed, Map<String, String> headers, CrossOrigin others) {
    this.feed = feed;
    this.headers = headers;
    this.others = others;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    head(request, response);
    try {
      begin(request, response, filter(request), after(request));
    } catch (BadQuestion e) {
      new Problem(400, "Bad question", e.getMessage(), "allowed", e.allowed()).write(response);
    } catch (FeedUnavailable e) {
      response.setHeader("Retry-After", "2");
      Problem.of(503, "Cannot be followed", e.getMessage()).write(response);
    }
  }

  private void begin(
      HttpServletRequest request,
      HttpServletResponse response,
      ChangeFilter filter,
      Optional<Positions> after)
      throws IOException {
    AtomicReference<AutoCloseable> subscription = new AtomicReference<>(() -> {});
    AsyncContext context = request.startAsync(request, response);
    context.setTimeout(0);
    EventStream stream =
        new EventStream(context, response.getOutputStream(), () -> close(subscription.get()));
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("X-Accel-Buffering", "no");
    try {
      subscription.set(feed.subscribe(filter, after, stream));
    } catch (FeedUnavailable e) {
      response.reset();
      head(request, response);
      response.setHeader("Retry-After", "2");
      Problem.of(503, "Cannot be followed", e.getMessage()).write(response);
      context.complete();
      return;
    }
    response.getOutputStream().setWriteListener(stream);
    if (stream.isOver()) {
      close(subscription.get());
    }
  }

  private void head(HttpServletRequest request, HttpServletResponse response) {
    headers.forEach(response::setHeader);
    others.allow(request.getHeader("Origin"), response::setHeader);
  }

  private static void close(AutoCloseable subscription) {
    try {
      subscription.close();
    } catch (Exception e) {
      LOG.warn("a subscription does not end", e);
    }
  }

  private static ChangeFilter filter(HttpServletRequest request) {
    for (String name : request.getParameterMap().keySet()) {
      if (!PARAMETERS.contains(name)) {
        throw new BadQuestion(
            "'" + name + "' is no parameter of /stream", PARAMETERS.stream().sorted().toList());
      }
    }
    return ChangeFilter.parse(
        request.getParameter("topics"),
        request.getParameter("person"),
        request.getParameter("organisation"));
  }

  private static Optional<Positions> after(HttpServletRequest request) {
    String id = request.getHeader("Last-Event-ID");
    if (id == null || id.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        Positions.parse(id.strip())
            .orElseThrow(
                () ->
                    new BadQuestion(
                        "Last-Event-ID is none that was given out: leave it out to begin anew",
                        List.of())));
  }
}
