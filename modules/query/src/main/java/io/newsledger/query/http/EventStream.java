package io.newsledger.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.newsledger.query.stream.Change;
import io.newsledger.query.stream.ChangeListener;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events to one client, written as fast as it reads them and never waited for. A client
 * for whom too much waits is told so and dropped; its last id lets it go on later.
 */
final class EventStream implements ChangeListener, WriteListener {
  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final int MOST_WAITING = 512;
  private static final int MOST_BEATS = 3;
  private static final byte[] BEAT = ": still here\n\n".getBytes(StandardCharsets.UTF_8);

  private final AsyncContext context;
  private final ServletOutputStream out;
  private final Runnable over;
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private int beatsUnread;
  private boolean writable;
  private boolean unflushed;
  private boolean ending;
  private boolean ended;

  /**
   * @param over runs once, when the client is gone
   */
  EventStream(AsyncContext context, ServletOutputStream out, Runnable over) {
    this.context = context;
    this.out = out;
    this.over = over;
  }

  @Override
  public synchronized void begin(String id) {
    add(
        ("retry: 2000\nid: " + id + "\nevent: begin\ndata: {}\n\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public synchronized void accept(Change change) {
    if (waiting.size() >= MOST_WAITING) {
      waiting.clear();
      end("you read too slowly: " + MOST_WAITING + " events wait");
    } else if (!ending) {
      add(change.frame());
    }
  }

  @Override
  public synchronized void beat() {
    if (waiting.isEmpty()) {
      beatsUnread = 0;
      add(BEAT);
    } else if (++beatsUnread > MOST_BEATS) {
      finish();
    }
  }

  @Override
  public synchronized void end(String reason) {
    if (!ending) {
      String data = JsonNodeFactory.instance.objectNode().put("reason", reason).toString();
      add(("event: end\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
      ending = true;
      drain();
    }
  }

  @Override
  public synchronized void onWritePossible() {
    writable = true;
    drain();
  }

  @Override
  public void onError(Throwable error) {
    LOG.debug("a client is gone", error);
    finish();
  }

  private void add(byte[] frame) {
    waiting.add(frame);
    drain();
  }

  /** Whether the client is gone. */
  synchronized boolean isOver() {
    return ended;
  }

  /** Writes while it can; where it cannot, the server calls back. */
  private void drain() {
    try {
      while (writable && !ended && out.isReady()) {
        byte[] next = waiting.poll();
        if (next != null) {
          out.write(next);
          unflushed = true;
        } else if (unflushed) {
          unflushed = false;
          out.flush();
        } else {
          if (ending) {
            finish();
          }
          return;
        }
      }
    } catch (IOException | IllegalStateException e) {
      LOG.debug("a client is gone", e);
      finish();
    }
  }

  private synchronized void finish() {
    if (!ended) {
      ended = true;
      waiting.clear();
      over.run();
      try {
        context.complete();
      } catch (IllegalStateException e) {
        LOG.debug("the request had ended before", e);
      }
    }
  }
}
