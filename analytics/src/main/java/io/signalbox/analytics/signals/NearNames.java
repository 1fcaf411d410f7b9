// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds what a user may have meant. */
public final class NearNames {
  private NearNames() {}

  /**
   * Known names like a word, the likest first and those equally like in their order.
   *
   * @param word what was written
   * @param known what could have been meant
   * @param most how many to give, at most
   */
  public static List<String> of(String word, Collection<String> known, int most) {
    return within(word, known, Math.max(2, word.length() / 3), most);
  }

  /** The same for names at most so many edits away. */
  public static List<String> within(String word, Collection<String> known, int edits, int most) {
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= edits)
        .sorted(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .limit(most)
        .toList();
  }

  /** Levenshtein's edit distance, row by row. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
