// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Keeps advice from going to and fro. It rises to what the last windows all say when a margin must
 * be saved, and sinks to what they all say when a margin may be lost; so more own machines in any
 * window never end in advice for fewer.
 */
final class Hysteresis {
  private final int windows;
  private final Deque<Answer> rising = new ArrayDeque<>();
  private final Deque<Answer> sinking = new ArrayDeque<>();
  private Answer current = Answer.KEEP_API;

  /** Starts with everything bought. */
  Hysteresis(int windows) {
    this.windows = windows;
  }

  /**
   * Takes what the next window says.
   *
   * @param wins what saves more than the margin
   * @param holds what loses no more than the margin; never less of own machines
   */
  Answer next(Answer wins, Answer holds) {
    put(rising, wins);
    put(sinking, holds);
    if (rising.size() == windows) {
      Answer least = rising.stream().reduce((a, b) -> a.compareTo(b) < 0 ? a : b).orElse(current);
      Answer most = sinking.stream().reduce((a, b) -> a.compareTo(b) > 0 ? a : b).orElse(current);
      current = current.compareTo(least) < 0 ? least : current;
      current = current.compareTo(most) > 0 ? most : current;
    }
    return current;
  }

  /** What is advised, or null as long as too few windows were seen. */
  @Nullable Answer advised() {
    return rising.size() < windows ? null : current;
  }

  private void put(Deque<Answer> last, Answer answer) {
    last.addLast(answer);
    if (last.size() > windows) {
      last.removeFirst();
    }
  }
}
