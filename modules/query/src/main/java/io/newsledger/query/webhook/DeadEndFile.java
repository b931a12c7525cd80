package io.newsledger.query.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of what was given up, one a line: {@code {given, host, reason, id, message}}. Of the
 * target it has the host only, as addresses of webhooks are often secrets.
 */
public final class DeadEndFile implements DeadEnds {
  private static final Logger LOG = LoggerFactory.getLogger(DeadEndFile.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;
  private final Clock clock;

  /** Records at the end of a file, which is made when it is needed. */
  public DeadEndFile(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  @Override
  public void record(URI target, WebhookMessage message, String reason) {
    try {
      JsonNode told = MAPPER.readTree(message.body());
      ObjectNode line = MAPPER.createObjectNode().put("given", clock.instant().toString());
      line.put("host", target.getHost()).put("reason", reason).put("id", message.id());
      line.set("message", told);
      Files.write(
          file,
          (MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      LOG.error("cannot record in {} that {} was given up: {}", file, message.id(), reason, e);
    }
  }
}
