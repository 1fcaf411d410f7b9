// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

/**
 * What is measured of whose cost.
 *
 * @param subject whose cost
 * @param perRequest whether it is the cost of a call rather than that of the hour
 */
public record CostSeries(CostSubject subject, boolean perRequest) {
  private static final String HOURLY = "cost of ";
  private static final String OF_CALL = "cost per request of ";

  /** For a person, such as {@code cost per request of model=gpt-4o}. */
  public String text() {
    return (perRequest ? OF_CALL : HOURLY) + subject.text();
  }

  /**
   * The series of a text.
   *
   * @throws IllegalArgumentException if it names none
   */
  public static CostSeries parse(String text) {
    if (text.startsWith(OF_CALL)) {
      return new CostSeries(CostSubject.parse(text.substring(OF_CALL.length())), true);
    }
    if (text.startsWith(HOURLY)) {
      return new CostSeries(CostSubject.parse(text.substring(HOURLY.length())), false);
    }
    throw new IllegalArgumentException("no series of costs: " + text);
  }

  /** What is measured, in one word. */
  public String measure() {
    return perRequest ? "cost_per_request" : "cost";
  }
}
