// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.Collection;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The words of a text: of sentences, paths and code alike, in lower case. */
final class Words {
  private static final Pattern BETWEEN = Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])");
  private static final int SHORTEST = 4;

  private Words() {}

  static SortedSet<String> of(String text) {
    TreeSet<String> words = new TreeSet<>();
    for (String word : BETWEEN.split(text)) {
      if (word.length() >= SHORTEST) {
        words.add(stem(word.toLowerCase(Locale.ROOT)));
      }
    }
    return words;
  }

  static SortedSet<String> of(Collection<String> texts) {
    TreeSet<String> words = new TreeSet<>();
    texts.forEach(text -> words.addAll(of(text)));
    return words;
  }

  /** Forms of one word are one: the ending goes, as far as a word is left. */
  private static String stem(String word) {
    for (String ending : new String[] {"ing", "ed", "es", "s"}) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
