package io.newsledger.extraction;

/** What a figure measures. */
public enum Metric {
  MARKET_SHARE,
  USAGE_SHARE,
  MONTHLY_ACTIVE_USERS,
  WEEKLY_ACTIVE_USERS,
  DAILY_ACTIVE_USERS,
  USERS,
  SUBSCRIBERS,
  CUSTOMERS,
  DOWNLOADS,
  DERIVATIVE_MODELS,
  REVENUE,
  VALUATION
}
