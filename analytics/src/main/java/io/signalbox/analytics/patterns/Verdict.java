// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

/**
 * Whether a reading is told.
 *
 * @param told true for a symptom
 * @param expected what was usual, 0 when it was not asked for
 */
record Verdict(boolean told, double expected) {
  private static final int ENOUGH_READINGS = 10;
  private static final int MEMORY_READINGS = 60;
  private static final long ACCEPT_MS = 60 * 60_000L;

  /** Judges a reading and remembers what the next one needs. */
  static Verdict of(SymptomRow row, WatchedSymptom known, long atMs, double value) {
    Judging judging = row.judging();
    if (!judging.againstUsual()) {
      return new Verdict(step(row, known, atMs, value), 0);
    }
    double usual = known.usual;
    boolean enough = known.usualReadings >= ENOUGH_READINGS && usual != 0;
    boolean told = enough && step(row, known, atMs, value / usual);
    if (known.active && atMs - known.lastToldMs >= ACCEPT_MS) {
      known.active = false;
      known.usualReadings = 0; // what has lasted so long is the new usual
    }
    boolean wrong = known.active || known.streak > 0;
    if (!wrong) {
      learn(known, value);
    }
    return new Verdict(told, usual);
  }

  /** The mean of all readings at first, then of about the last sixty. */
  private static void learn(WatchedSymptom known, double value) {
    known.usualReadings = Math.min(known.usualReadings + 1, MEMORY_READINGS);
    known.usual += (value - known.usual) / known.usualReadings;
  }

  private static boolean step(SymptomRow row, WatchedSymptom known, long atMs, double value) {
    Judging judging = row.judging();
    boolean holds = judging.when().test(value);
    boolean rested = known.lastToldMs == 0 || atMs - known.lastToldMs >= judging.refractoryMs();
    if (known.active) {
      if (judging.clear().test(value)) {
        known.active = false;
        known.streak = 0;
        return false;
      }
      boolean again = judging.repeatMs() > 0 && atMs - known.lastToldMs >= judging.repeatMs();
      return tell(known, atMs, again && holds);
    }
    known.streak = holds ? Math.min(known.streak + 1, judging.hold()) : 0;
    boolean told = tell(known, atMs, known.streak >= judging.hold() && rested);
    known.active = told && !row.isMomentary();
    known.streak = told ? 0 : known.streak;
    return told;
  }

  private static boolean tell(WatchedSymptom known, long atMs, boolean told) {
    if (told) {
      known.lastToldMs = atMs;
    }
    return told;
  }
}
