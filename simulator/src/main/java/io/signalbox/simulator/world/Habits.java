// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

/**
 * How a service is on a good day.
 *
 * @param background requests per second and pod that no trace shows
 * @param errors probability that it fails a request, 0..1
 * @param spread standard deviation of the logarithm of its own work
 * @param instrumentation what it says of itself
 */
public record Habits(
    double background, double errors, double spread, Instrumentation instrumentation) {
  private static final double USUAL_ERRORS = 0.0005;
  private static final double USUAL_SPREAD = 0.35;

  /** Those of most services: rarely an error, and everything is told. */
  static Habits usual(double background) {
    return new Habits(background, USUAL_ERRORS, USUAL_SPREAD, Instrumentation.FULL);
  }
}
