// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import java.util.List;

/**
 * A data set of faults with known causes.
 *
 * @param cases in the order of time within each environment
 * @param chapters the telemetry
 * @param quiet environments in which nothing is wrong
 */
public record LabelledSet(List<LabelledCase> cases, List<Chapter> chapters, List<String> quiet) {}
