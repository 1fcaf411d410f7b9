// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.function.Consumer;

/**
 * One symptom of one edge: its gate, and when its baseline may learn. Mutable. A baseline does not
 * learn from what is abnormal nor while the gate is open, until that has lasted an hour: then what
 * is seen is the new usual, the baseline starts afresh and the episode ends when it has caught up.
 */
public final class EdgeAlarm {
  /** Event time after which a shift is accepted. */
  private static final long ACCEPT_MS = 60 * 60_000;

  /** Two abnormal stretches open, three calm ones close. */
  private static final GateSettings USUAL = new GateSettings(1e-4, 2, 0.05, 3);

  /** Evidence so strong that one stretch is enough. */
  private static final GateSettings DECISIVE = new GateSettings(1e-10, 1, 0.05, 3);

  /** Nothing opens, anything closes. */
  private static final GateSettings RELEASE = new GateSettings(-1, 1, 0.5, 1);

  /** The gate. */
  public final EpisodeGate gate = new EpisodeGate();

  /** When the baseline last started afresh, epoch milliseconds; 0 for never. */
  public long acceptedAtMs;

  /** What the baseline is to do with an observation. */
  enum Lesson {
    IGNORE,
    LEARN,
    START_AFRESH
  }

  /**
   * Takes in the next observation.
   *
   * @return what the baseline is to do with it
   */
  Lesson step(EpisodeSubject subject, Observation seen, Consumer<Episode> out) {
    GateSettings settings = seen.pValue() <= DECISIVE.openBelow() ? DECISIVE : USUAL;
    Episode revision = gate.step(subject, settings, seen);
    if (revision != null) {
      out.accept(revision);
    }
    if (!gate.isOpen()) {
      return seen.pValue() <= USUAL.openBelow() ? Lesson.IGNORE : Lesson.LEARN;
    }
    if (seen.atMs() - gate.startedAtMs < ACCEPT_MS) {
      return Lesson.IGNORE;
    }
    if (acceptedAtMs > gate.startedAtMs) {
      return Lesson.LEARN;
    }
    acceptedAtMs = seen.atMs();
    return Lesson.START_AFRESH;
  }

  /** Ends what is open or suspected when there is nothing more to observe. */
  void release(EpisodeSubject subject, long atMs, Consumer<Episode> out) {
    Episode closed = gate.step(subject, RELEASE, new Observation(atMs, 1, 0, 0, 0, 0, 0));
    if (closed != null) {
      out.accept(closed);
    }
  }
}
