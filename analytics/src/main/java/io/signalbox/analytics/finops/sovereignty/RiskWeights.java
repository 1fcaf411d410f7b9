// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import java.io.Serializable;

/**
 * How much each risk counts, relative to the others, from 0.
 *
 * @param classification of the data
 * @param singleProvider the share of the provider who charges most
 * @param prices the share that was charged at prices that leapt or turned out to be wrong
 * @param retirement the share of models that are about to be withdrawn
 */
public record RiskWeights(int classification, int singleProvider, int prices, int retirement)
    implements Serializable {
  /** What counts unless a policy says otherwise. */
  public static final RiskWeights USUAL = new RiskWeights(4, 2, 2, 2);
}
