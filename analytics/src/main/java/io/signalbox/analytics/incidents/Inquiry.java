// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question to correlation: who is the likeliest cause of what is wrong now?
 *
 * @param id names the question
 * @param environment deployment environment, empty when none is stated
 * @param at event time at which it is asked
 * @param service the node that people were alerted about; null when the whole environment is meant
 */
public record Inquiry(String id, String environment, Instant at, @Nullable String service) {}
