// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.io.Serializable;
import java.time.Duration;

/**
 * Which episodes are one incident.
 *
 * @param joinWithin onsets further apart than this are not joined
 * @param resolveAfter calm after which an incident is resolved
 * @param edgeExpiry silence after which an edge no longer joins
 * @param maxSuspects suspects named at most
 */
@OptionGroup(prefix = "correlation", title = "Correlation")
public record CorrelationOptions(
    @Option(value = "5m", doc = "Episodes whose onsets are further apart are not joined.")
        Duration joinWithin,
    @Option(value = "5m", doc = "Calm, in event time, after which an incident is resolved.")
        Duration resolveAfter,
    @Option(value = "1h", doc = "Silence, in event time, after which an edge no longer joins.")
        Duration edgeExpiry,
    @Option(value = "10", min = 1, max = 1000, doc = "Suspects named at most.") int maxSuspects)
    implements Serializable {}
