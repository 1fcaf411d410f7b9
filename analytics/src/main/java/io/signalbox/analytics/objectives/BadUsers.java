// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.objectives;

import io.signalbox.analytics.signals.DistinctSketch;

/**
 * Users behind requests that were bad for an objective, of one service in one tick.
 *
 * @param objective its id
 * @param answered whether these were server and consumer spans, or else internal ones
 * @param users those who said who they are
 */
public record BadUsers(String objective, boolean answered, DistinctSketch users) {}
