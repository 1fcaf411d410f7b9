// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.List;

/**
 * What is remembered of a watched rate.
 *
 * @param seen all events since the detector started
 * @param starts how often it has started before
 * @param runs those that may be changes: upwards first, by size
 */
public record RateMemory(Tally seen, int starts, List<RunMemory> runs) {}
