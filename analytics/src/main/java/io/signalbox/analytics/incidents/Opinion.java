// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A statement about an incident with what it says of kinds of evidence; settled when it is heard,
 * so that it can be taken back exactly.
 *
 * @param said the statement
 * @param atMs event time at which it was heard, epoch milliseconds
 * @param right thousandths of evidence by kind that pointed at the cause
 * @param wrong thousandths of evidence by kind that pointed elsewhere
 */
public record Opinion(
    IncidentFeedback said,
    long atMs,
    SortedMap<String, Integer> right,
    SortedMap<String, Integer> wrong) {

  static Opinion of(IncidentFeedback said, long atMs, RememberedIncident incident) {
    Blame first = incident.blames().get(0);
    SortedMap<String, Integer> none = new TreeMap<>();
    return switch (said.verdict()) {
      case CONFIRM -> new Opinion(said, atMs, first.shares(), none);
      case REAL_CAUSE -> {
        Blame cause = incident.blameOf(said.cause());
        boolean known = first.node().equals(said.cause());
        yield new Opinion(said, atMs, sharesOf(cause), known ? none : first.shares());
      }
      case REJECT -> new Opinion(said, atMs, none, first.shares());
      case WITHDRAWN -> throw new IllegalArgumentException("withdrawn is no opinion");
    };
  }

  private static SortedMap<String, Integer> sharesOf(@Nullable Blame blame) {
    return blame == null ? new TreeMap<>() : blame.shares();
  }

  /** True when somebody was rightly told of the incident. */
  boolean isActionable() {
    return said.verdict() != IncidentVerdict.REJECT;
  }
}
