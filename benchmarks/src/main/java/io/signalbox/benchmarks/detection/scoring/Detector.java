// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.scoring;

import java.util.function.Supplier;

/**
 * A detector with its settings: the same for every series.
 *
 * @param name as on the command line
 * @param title for people
 * @param alarms true if it raises alarms of its own, false if it gives a score only
 * @param slow true if a point takes it tens of microseconds
 * @param bytes what it keeps of a series
 * @param scorer gives one that has seen nothing
 */
public record Detector(
    String name,
    String title,
    boolean alarms,
    boolean slow,
    long bytes,
    Supplier<PointScorer> scorer) {}
