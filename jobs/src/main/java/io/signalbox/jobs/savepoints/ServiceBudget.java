// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.savepoints;

import io.signalbox.analytics.detection.BudgetEffect;

/**
 * What feedback makes of the budget of the statements about a service as a whole.
 *
 * @param environment deployment environment, empty when none is stated
 * @param service the node
 * @param budget the effect
 */
public record ServiceBudget(String environment, String service, BudgetEffect budget) {}
