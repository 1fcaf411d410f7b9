// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Alarms counted against segments.
 *
 * @param hits segments with an alarm in their first points
 * @param segments that were to be found
 * @param falseAlarms alarms outside of segments
 */
public record EventCount(long hits, long segments, long falseAlarms) {
  /** Nothing counted. */
  public static final EventCount NONE = new EventCount(0, 0, 0);

  /** Both together. */
  public EventCount and(EventCount other) {
    return new EventCount(
        hits + other.hits, segments + other.segments, falseAlarms + other.falseAlarms);
  }

  /** The share of alarms that were right, 0..1; 0 if there was none. */
  @JsonProperty
  public double precision() {
    return hits + falseAlarms == 0 ? 0 : (double) hits / (hits + falseAlarms);
  }

  /** The share of segments that were found, 0..1; 0 if there was none. */
  @JsonProperty
  public double recall() {
    return segments == 0 ? 0 : (double) hits / segments;
  }

  /** The harmonic mean of precision and recall, 0..1. */
  @JsonProperty
  public double f1() {
    long all = hits + falseAlarms + segments;
    return all == 0 ? 0 : 2.0 * hits / all;
  }
}
