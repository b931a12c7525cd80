package io.newsledger.extraction.reference;

/** What an organisation is. */
public enum Sector {
  COMPANY,
  /** Research institute or laboratory that is neither a company nor a university. */
  INSTITUTE,
  UNIVERSITY,
  GOVERNMENT,
  INVESTOR,
  /** Publisher, broadcaster, news agency or research house: mostly cited, seldom joined. */
  MEDIA
}
