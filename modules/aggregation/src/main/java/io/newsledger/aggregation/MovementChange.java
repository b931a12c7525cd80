package io.newsledger.aggregation;

import io.newsledger.events.OrganisationMovement;

/**
 * How a movement of an organisation changed.
 *
 * @param before as it was; null if it was not there
 * @param after as it is; null if it is gone
 */
record MovementChange(OrganisationMovement before, OrganisationMovement after) {
  /** The movement, as it is if it is there: its place is the same in both. */
  OrganisationMovement any() {
    return after == null ? before : after;
  }
}
