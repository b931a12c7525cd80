package io.newsledger.weighing;

import io.newsledger.events.Agreement;
import io.newsledger.events.Bound;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Modality;
import java.util.List;

/**
 * What claims on one figure come to.
 *
 * @param value agreed value
 * @param bound its bound
 * @param agreement how the claims stand to each other
 * @param modality certainty
 * @param rule why this value, in words
 * @param claims those that can be true with it
 * @param against those that cannot, or that deny
 * @param implied claims of parts that bound it from below
 */
record Agreed(
    double value,
    Bound bound,
    Agreement agreement,
    Modality modality,
    String rule,
    List<MarketClaim> claims,
    List<MarketClaim> against,
    List<MarketClaim> implied) {}
