// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.List;

/**
 * What is remembered of a watched number.
 *
 * @param starts how often the detector has started before
 * @param first values in the order of their coming, as long as there are no edges
 * @param edges in rising order; empty as long as too few values came
 * @param below of each edge, whether values lie below it
 */
public record ValueMemory(
    int starts, List<Double> first, List<Double> edges, List<RateMemory> below) {}
