// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.storm;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.signals.EdgeWindow;
import java.util.List;

/**
 * What is found in one second.
 *
 * @param windows of edges, by caller and callee
 * @param episodes by id
 */
public record StormTick(List<EdgeWindow> windows, List<Episode> episodes) {}
