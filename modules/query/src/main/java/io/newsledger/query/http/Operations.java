package io.newsledger.query.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/** What an instance tells of its own work, beside the ledger. Safe for use by several threads. */
public interface Operations {
  /** How far the work of each application is; empty if that cannot be told now. */
  List<Work> work();

  /**
   * What is measured.
   *
   * @param accept header of the request, which chooses the format; may be null
   */
  Measurements metrics(String accept);

  /** What the applications are made of: {@code {generation, applications: [...]}}. */
  ObjectNode topology();

  /**
   * Takes note of an answer.
   *
   * @param path as the routes name it, without the values in it
   */
  void answered(String path, int status, Duration took);

  /**
   * How far one application is.
   *
   * @param application its id
   * @param state as Kafka Streams names it
   * @param lag records on its topics that it has not read yet
   * @param restoring records of its state that are still to be read back
   * @param copying records that its copies of other instances' state lack
   */
  record Work(String application, String state, long lag, long restoring, long copying) {}

  /**
   * Measurements as text.
   *
   * @param type of the content
   */
  record Measurements(String type, String text) {}
}
