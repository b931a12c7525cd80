package io.newsledger.query.http;

import io.newsledger.query.peer.PeerClient;
import io.newsledger.query.peer.RowsQuestion;
import io.newsledger.query.peer.SharedRows;
import io.newsledger.query.state.StateUnavailable;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Answers other instances. */
final class PeerServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient SharedRows rows;
  private final transient Map<String, String> headers;
  private final transient Optional<Operations> operations;

  /**
   * @param headers of every answer
   * @param operations hears of answers
   */
  PeerServlet(SharedRows rows, Map<String, String> headers, Optional<Operations> operations) {
    this.rows = rows;
    this.headers = headers;
    this.operations = operations;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long begun = System.nanoTime();
    headers.forEach(response::setHeader);
    try {
      byte[] answer = rows.answer(question(request)).encode();
      response.setContentType("application/octet-stream");
      response.setContentLength(answer.length);
      response.getOutputStream().write(answer);
    } catch (StateUnavailable e) {
      response.setHeader("Retry-After", Problems.RETRY_AFTER);
      Problem.of(503, e.reason().name(), e.reason().words()).write(response);
    } catch (IllegalArgumentException e) {
      Problem.of(400, "Bad question", e.getMessage()).write(response);
    }
    operations.ifPresent(
        told ->
            told.answered(
                PeerClient.PATH,
                response.getStatus(),
                Duration.ofNanos(System.nanoTime() - begun)));
  }

  private static RowsQuestion question(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(RowsQuestion.LARGEST + 1);
    if (body.length > RowsQuestion.LARGEST) {
      throw new IllegalArgumentException(
          "a question has at most " + RowsQuestion.LARGEST + " bytes");
    }
    return RowsQuestion.decode(body);
  }
}
