// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.util.List;

/**
 * The events that one stage of a pattern took.
 *
 * @param stage its name
 * @param events in the order of event time; empty for an optional stage that took none
 */
public record MatchedStage(String stage, List<MatchedEvent> events) {}
