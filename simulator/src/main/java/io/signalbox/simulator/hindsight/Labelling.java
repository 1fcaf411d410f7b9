// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.hindsight;

import io.signalbox.analytics.quality.AnswerLabel;
import io.signalbox.analytics.quality.AnswerVerdict;
import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Origin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How people label answers: three of ten, minutes later, and now and then twice. */
final class Labelling {
  private static final double LABELLED = 0.3;
  private static final double TWICE = 0.1;
  private static final double RIGHT_WHEN_PASSED = 0.9;
  private static final double RIGHT_WHEN_FAILED = 0.3;
  private static final double RIGHT = 0.88;
  private static final double WORSE_BY_LOSS = 2.1; // as pass and fail would have it together
  private static final double FASTEST_S = 120;
  private static final double MEAN_S = 720;
  private static final double AGAIN_S = 30;

  private Labelling() {}

  /**
   * What is said of an answer, if anything.
   *
   * @param dice decide about this answer alone
   * @param passed what a judge thought, null when none was asked
   * @param loss of quality
   * @param at when it was answered, epoch nanoseconds
   */
  static List<AnswerLabel> of(
      Dice dice, String response, @Nullable Boolean passed, double loss, long at) {
    if (!dice.chance(LABELLED)) {
      return List.of();
    }
    boolean right = dice.chance(chance(passed, loss));
    double laterS = FASTEST_S + dice.gap(MEAN_S);
    AnswerLabel first = label(response, right, at, laterS);
    return dice.chance(TWICE)
        ? List.of(first, label(response, right, at, laterS + AGAIN_S))
        : List.of(first);
  }

  private static double chance(@Nullable Boolean passed, double loss) {
    if (passed == null) {
      return RIGHT - WORSE_BY_LOSS * loss;
    }
    return passed ? RIGHT_WHEN_PASSED : RIGHT_WHEN_FAILED;
  }

  private static AnswerLabel label(String response, boolean right, long at, double laterS) {
    AnswerVerdict verdict = right ? AnswerVerdict.GOOD : AnswerVerdict.BAD;
    return new AnswerLabel(response, "relevance", verdict, later(at, laterS), "support");
  }

  /** So many seconds after a time. */
  static Instant later(long at, double seconds) {
    return Instant.ofEpochMilli((at + (long) (seconds * Origin.SECOND)) / Origin.MILLI);
  }
}
