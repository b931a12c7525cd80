package io.newsledger.extraction.movement;

/** What fills the ends and the post of one trigger, while it is bound. */
final class Arguments {
  OrgMention from;
  OrgMention to;
  String role;

  /** Whether the text says that the destination is some other, unnamed one. */
  boolean unnamed;

  /** Whether "to" names a post, so that no other "to" names the destination. */
  boolean placed;

  /** Whether what stands behind the verb shows that no step of a career is told. */
  boolean blocked;

  void fill(Frame frame, String argument, OrgMention org) {
    frame.end(argument).ifPresent(end -> fill(end, org));
  }

  void fill(End end, OrgMention org) {
    if (org == null) {
      return;
    }
    if (end != End.TO && from == null) {
      from = org;
    }
    if (end != End.FROM && to == null) {
      to = org;
    }
  }

  boolean isEmpty() {
    return from == null && to == null;
  }

  /** The same with another destination. */
  Arguments towards(OrgMention other) {
    Arguments copy = new Arguments();
    copy.from = from;
    copy.to = other;
    copy.role = role;
    copy.unnamed = unnamed;
    copy.placed = placed;
    copy.blocked = blocked;
    return copy;
  }

  String unit() {
    if (to != null) {
      return to.unit();
    }
    return from == null ? null : from.unit();
  }
}
