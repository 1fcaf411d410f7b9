// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import java.util.List;

/**
 * All that is remembered of the cost of one subject: of constant size, however long it is watched.
 * Mutable: state of a key, and its fields are what a codec stores.
 */
public final class CostHistory {
  private static final long HOUR = 3_600_000L;
  private static final int YOUNG_HOURS = 30; // the detector has said nothing before
  private static final long PATIENCE_WITH_YOUNG = 24 * HOUR;
  private static final long PATIENCE = 168 * HOUR;

  private final CostSubject subject;
  private UsualWeek week = new UsualWeek();
  private List<CostTrack> tracks = List.of(CostTrack.of(false), CostTrack.of(true));

  /** The next hour to be judged, epoch milliseconds; only where any was used. */
  public long nextMs;

  /** The last hour in which anything was used, epoch milliseconds. */
  public long usedMs;

  /** Hours in which anything was used; 0 where nothing is known. */
  public long usedHours;

  /** Of a subject of which nothing is known. */
  public CostHistory(CostSubject subject) {
    this.subject = subject;
  }

  /** Of what was remembered before. */
  public CostHistory(CostSubject subject, UsualWeek week, List<CostTrack> tracks) {
    this.subject = subject;
    this.week = week;
    this.tracks = tracks;
  }

  /** Whose cost it is. */
  public CostSubject subject() {
    return subject;
  }

  /** The usual hours. */
  public UsualWeek week() {
    return week;
  }

  /** Cost of the hour, cost of a call. */
  public List<CostTrack> tracks() {
    return tracks;
  }

  /** Whether nothing is worth remembering. */
  public boolean isEmpty() {
    return usedHours == 0;
  }

  /** The end of the next hour to be judged, epoch milliseconds. */
  public long nextWakeMs() {
    return isEmpty() ? Long.MAX_VALUE : nextMs + HOUR;
  }

  /** Begins with an hour that is not judged, because nothing says that it is whole. */
  void begin(long hourMs) {
    usedMs = hourMs;
    usedHours = 1;
    nextMs = hourMs + HOUR;
  }

  /** Whether nothing was used for so long that it is not worth watching. */
  boolean isForsaken() {
    long patience = usedHours < YOUNG_HOURS ? PATIENCE_WITH_YOUNG : PATIENCE;
    return nextMs - usedMs > patience;
  }

  /** Forgets everything. */
  void forget() {
    usedHours = 0;
    week = new UsualWeek();
    tracks = List.of(CostTrack.of(false), CostTrack.of(true));
  }
}
