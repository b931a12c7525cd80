package io.newsledger.query;

import io.newsledger.events.Career;
import io.newsledger.events.Flow;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.SeriesPoint;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/** What the ledger holds true, now or as of a day. The two must not differ in what they mean. */
interface View {
  /** The career of the person with this key. */
  Optional<Career> career(String person);

  /** All careers, in order of their persons. */
  void careers(Consumer<Career> visitor);

  /** Names of all organisations that somebody came to or left or moved within, sorted. */
  List<String> organisations();

  /** Ends at this organisation, in order of date, person, movement and end. */
  List<OrganisationMovement> movements(String organisation);

  /** Flows of this organisation, in order of their periods' names. */
  List<Flow> flows(String organisation);

  /** The entities of each subject that has figures, by subject. */
  SortedMap<String, List<String>> subjects();

  /**
   * Points of this subject, in order of metric, unit, actual or forecast, scope and date, as the
   * rows of the store lie.
   */
  List<SeriesPoint> points(String subject);
}
