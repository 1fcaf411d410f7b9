// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Instant;

/**
 * One reason to suspect a node.
 *
 * @param kind the kind of episode in lower case, {@code change}, {@code pattern}, or {@code
 *     victims}
 * @param subject series, operation, edge, version or change it rests on
 * @param since event time from which it holds
 * @param statement one sentence for a person
 * @param value what was seen
 * @param expected what would have been usual
 * @param pValue tail probability, 1 when it has none
 * @param weight what it adds to the suspect's score
 */
public record Evidence(
    String kind,
    String subject,
    Instant since,
    String statement,
    double value,
    double expected,
    double pValue,
    double weight) {
  /** Kind of a change near the onset. */
  public static final String CHANGE = "change";

  /** Kind of a known failure that was recognised. */
  public static final String PATTERN = "pattern";

  /** True when it shows trouble itself: changes and recognised failures say why, not what. */
  public boolean isSign() {
    return !kind.equals(CHANGE) && !kind.equals(PATTERN);
  }
}
