// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import java.util.List;

/**
 * What is run on what.
 *
 * @param sets labelled sets
 * @param detectors by name
 * @param budget false alarms expected of a series in a week
 * @param slow true if slow detectors run on the largest set too
 */
public record EvaluationSettings(
    List<String> sets, List<String> detectors, double budget, boolean slow) {}
