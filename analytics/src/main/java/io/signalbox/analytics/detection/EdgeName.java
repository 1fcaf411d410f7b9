// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * Which edge.
 *
 * @param environment deployment environment, empty when none is stated
 * @param caller node that calls
 * @param callee node that is called
 */
record EdgeName(String environment, String caller, String callee) {
  /** What an episode of a symptom of this edge is about. */
  EpisodeSubject with(EdgeSymptom symptom) {
    return new EpisodeSubject(environment, caller, symptom.kind, symptom.subject, callee);
  }
}
