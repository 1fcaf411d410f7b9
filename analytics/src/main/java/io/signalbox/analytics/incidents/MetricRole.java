// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a metric measures of a service's requests, by the words of its name: the conventions of
 * OpenTelemetry, Prometheus and the meshes agree on these. All else is of the service's insides.
 */
enum MetricRole {
  /** How long requests take. */
  LATENCY("latency", "duration", "latencies", "durations", "responsetime", "rtt"),
  /** How many or which share of them fail. */
  FAILURE(
      "error",
      "errors",
      "fail",
      "failed",
      "failure",
      "failures",
      "exception",
      "exceptions",
      "unauthorized",
      "timeouts",
      "4xx",
      "5xx"),
  /** Which share of them succeeds. */
  SUCCESS("success", "availability"),
  /** How many there are. */
  LOAD(
      "request",
      "requests",
      "ops",
      "workload",
      "qps",
      "rps",
      "throughput",
      "calls",
      "network",
      "receive",
      "transmit",
      "packets",
      "syscall",
      "syscalls"),
  /** Anything else. */
  INNER;

  private static final String BETWEEN = " ";
  private static final Pattern WORDS = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])");
  private final String words;

  MetricRole(String... words) {
    this.words = BETWEEN + String.join(BETWEEN, words) + BETWEEN;
  }

  /**
   * The role of a metric.
   *
   * @param name without attributes
   */
  static MetricRole of(String name) {
    String[] said = WORDS.split(name);
    for (MetricRole role : values()) {
      for (String word : said) {
        if (role.words.contains(BETWEEN + word.toLowerCase(Locale.ROOT) + BETWEEN)) {
          return role;
        }
      }
    }
    return INNER;
  }
}
