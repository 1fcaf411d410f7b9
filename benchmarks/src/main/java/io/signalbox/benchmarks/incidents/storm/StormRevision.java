// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.storm;

import io.signalbox.analytics.incidents.Incident;

/**
 * A revision of an incident.
 *
 * @param second of the run in which it was written, event time
 * @param after time from the watermark that released it
 * @param incident what it says
 */
record StormRevision(int second, Spent after, Incident incident) {}
