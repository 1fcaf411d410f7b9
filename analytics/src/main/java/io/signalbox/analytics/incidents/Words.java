// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The words of a text: of sentences, paths and code alike, in lower case. */
final class Words {
  private static final Pattern BETWEEN =
      Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
  private static final int SHORTEST = 3;
  private static final int SHORTEST_STEM = 4;

  private static final Set<String> EMPTY =
      Set.of(
          "the",
          "and",
          "for",
          "not",
          "has",
          "had",
          "was",
          "are",
          "but",
          "its",
          "with",
          "from",
          "that",
          "this",
          "into",
          "been",
          "when",
          "than",
          "after",
          "before",
          "during",
          "off",
          "out",
          // every complaint is phrased by these
          "error",
          "err",
          "fail",
          "failed",
          "failure",
          "request",
          "response",
          "return",
          "returned",
          "returning",
          "upstream",
          "status",
          "service",
          "server",
          "client",
          "http",
          "call",
          "func",
          // units and counts of series
          "metric",
          "rate",
          "ratio",
          "pct",
          "percent",
          "count",
          "total",
          "second",
          "seconds",
          "min",
          "per",
          "usage",
          "used");

  private static final String[] ENDINGS = {
    "ations", "ation", "ating", "ated", "ates", "ate", "ings", "ing", "ies", "ied", "ed", "es", "s",
    "y", "e"
  };

  private Words() {}

  static SortedSet<String> of(String text) {
    TreeSet<String> words = new TreeSet<>();
    for (String part : BETWEEN.split(text)) {
      String word = part.toLowerCase(Locale.ROOT);
      if (word.length() >= SHORTEST && !EMPTY.contains(word)) {
        words.add(stem(word));
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
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
