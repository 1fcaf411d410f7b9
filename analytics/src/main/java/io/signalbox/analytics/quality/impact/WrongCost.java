// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

/**
 * What wrong decisions lost.
 *
 * @param unit of the cost, empty for none
 * @param decisions judged wrong whose value is known in this unit
 * @param cost sum of their losses, an exact decimal from 0
 */
public record WrongCost(String unit, long decisions, String cost) {}
