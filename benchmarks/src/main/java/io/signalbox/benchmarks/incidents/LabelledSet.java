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
public record LabelledSet(List<LabelledCase> cases, List<Chapter> chapters, List<Quiet> quiet) {
  /**
   * A run in which nothing is wrong.
   *
   * @param environment under which it comes
   * @param untilMs its end, epoch milliseconds
   */
  public record Quiet(String environment, long untilMs) {}
}
