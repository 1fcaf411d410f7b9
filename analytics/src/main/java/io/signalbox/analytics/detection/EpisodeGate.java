// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Turns a run of judged observations into episodes that open and close with hysteresis. Mutable: it
 * is a part of a series' state, and its fields are what a codec stores.
 */
public final class EpisodeGate {
  /** Onset of the open or the suspected episode, epoch milliseconds; 0 when all is calm. */
  public long startedAtMs;

  /** Abnormal observations since the onset. */
  public int hits;

  /** Calm observations in a row while open. */
  public int calm;

  /** Last revision sent; 0 while no episode is open. */
  public int revision;

  /** Smallest p-value of the episode. */
  public double worstP = 1;

  /** The observed value, expectation and band at the smallest p-value, and its support. */
  public double worstValue;

  public double worstExpected;
  public double worstLower;
  public double worstUpper;
  public long worstSupport;

  /** True while an episode is open: the baseline must not learn. */
  public boolean isOpen() {
    return revision > 0;
  }

  /**
   * Takes in the next observation; observations must come in event-time order.
   *
   * @return the next revision of the episode, or null when there is nothing new to say
   */
  public @Nullable Episode step(EpisodeSubject subject, GateSettings settings, Observation seen) {
    boolean abnormal = seen.pValue() <= settings.openBelow();
    boolean quiet = seen.pValue() > settings.closeAbove();
    boolean worse = seen.pValue() < worstP;
    double before = worstP;
    if (abnormal && startedAtMs == 0) {
      startedAtMs = seen.atMs();
    }
    if (startedAtMs != 0 && worse) {
      rememberWorst(seen);
    }
    if (!isOpen()) {
      return stepClosed(subject, settings, seen, abnormal, quiet);
    }
    hits += abnormal ? 1 : 0;
    calm = quiet ? calm + 1 : 0;
    if (calm >= settings.closeAfter()) {
      return close(subject, seen.atMs());
    }
    return worse && score(worstP) >= score(before) + 0.1
        ? revise(subject, EpisodeStatus.UPDATED, seen.atMs())
        : null;
  }

  /** Ends the open episode without waiting for calm; only while {@link #isOpen()}. */
  public Episode close(EpisodeSubject subject, long atMs) {
    Episode closed = revise(subject, EpisodeStatus.CLOSED, atMs);
    reset();
    return closed;
  }

  private @Nullable Episode stepClosed(
      EpisodeSubject subject,
      GateSettings settings,
      Observation seen,
      boolean abnormal,
      boolean quiet) {
    hits += abnormal ? 1 : 0;
    boolean lasts = seen.atMs() - startedAtMs >= settings.openAfterMs();
    if (abnormal && lasts && hits >= settings.openAfter()) {
      return revise(subject, EpisodeStatus.OPEN, seen.atMs());
    }
    if (quiet) {
      reset();
    }
    return null;
  }

  private void rememberWorst(Observation seen) {
    worstP = seen.pValue();
    worstValue = seen.value();
    worstExpected = seen.expected();
    worstLower = seen.lower();
    worstUpper = seen.upper();
    worstSupport = seen.support();
  }

  private Episode revise(EpisodeSubject subject, EpisodeStatus status, long atMs) {
    revision++;
    return new Episode(
        EpisodeId.of(subject, startedAtMs),
        revision,
        status,
        subject.environment(),
        subject.service(),
        subject.kind(),
        subject.subject(),
        subject.peer(),
        Instant.ofEpochMilli(startedAtMs),
        Instant.ofEpochMilli(atMs),
        status == EpisodeStatus.CLOSED ? Instant.ofEpochMilli(atMs) : null,
        score(worstP),
        worstP,
        worstValue,
        worstExpected,
        worstLower,
        worstUpper,
        worstSupport,
        EpisodeReason.of(subject, worstValue, worstExpected, worstP));
  }

  /** Another gate in the same state. */
  EpisodeGate copy() {
    EpisodeGate copy = new EpisodeGate();
    copy.startedAtMs = startedAtMs;
    copy.hits = hits;
    copy.calm = calm;
    copy.revision = revision;
    copy.worstP = worstP;
    copy.worstValue = worstValue;
    copy.worstExpected = worstExpected;
    copy.worstLower = worstLower;
    copy.worstUpper = worstUpper;
    copy.worstSupport = worstSupport;
    return copy;
  }

  /** Forgets everything. */
  void reset() {
    startedAtMs = 0;
    hits = 0;
    calm = 0;
    revision = 0;
    worstP = 1;
    worstValue = 0;
    worstExpected = 0;
    worstLower = 0;
    worstUpper = 0;
    worstSupport = 0;
  }

  /**
   * Strength of a p-value in 0..1, half at one in a million.
   *
   * @param pValue tail probability, 0..1
   */
  public static double score(double pValue) {
    double nines = -StrictMath.log10(Math.max(pValue, 1e-300));
    return nines / (nines + 6);
  }
}
