// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What an organisation wants of advice.
 *
 * @param hosting what own machines can do and cost
 * @param leastDays with use that a window must have
 * @param leastRequests that a window must have
 * @param windowDays how long a window is
 * @param margin share of what is bought that a change must save, even by the lower end of the
 *     interval; and that must be lost before it is undone
 * @param windows in a row that must say so
 * @param draws of the bootstrap over days
 * @param premium share of what is bought that being without its risks is worth, at a score of 100
 * @param weights of the risks
 * @param horizonDays before its withdrawal in which a model counts as about to be withdrawn
 * @param classes by name; others have no rule
 * @param nonInferior by feature: whether an own model was shown to answer no worse
 * @param retirements when models are withdrawn, epoch milliseconds
 */
public record Policy(
    Hosting hosting,
    int leastDays,
    long leastRequests,
    int windowDays,
    BigDecimal margin,
    int windows,
    int draws,
    BigDecimal premium,
    RiskWeights weights,
    int horizonDays,
    Map<String, ClassRule> classes,
    Map<String, Boolean> nonInferior,
    Map<String, Long> retirements)
    implements Serializable {
  /** Draws of the bootstrap unless a policy says otherwise. */
  public static final int USUAL_DRAWS = 400;
}
