// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a model answers the same to the same question. Remembers the last answer, as a hash, to
 * the questions that were asked last. Mutable: part of a state.
 */
public final class Repeats {
  /** Questions that are remembered. */
  public static final int MOST = 64;

  /** Hash of the last answer by hash of the question, the one asked longest ago first. */
  public final LinkedHashMap<String, String> last = new LinkedHashMap<>();

  /**
   * Takes in an answer.
   *
   * @return whether it is the same as the last time, null when it was not asked before
   */
  @Nullable Boolean add(String prompt, String text) {
    String before = last.remove(prompt);
    last.put(prompt, text);
    if (last.size() > MOST) {
      Map.Entry<String, String> oldest = last.entrySet().iterator().next();
      last.remove(oldest.getKey());
    }
    return before == null ? null : before.equals(text);
  }
}
