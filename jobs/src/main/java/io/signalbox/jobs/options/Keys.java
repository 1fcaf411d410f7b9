// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds an option by what a user called it.
 *
 * @param specs all options there are
 */
record Keys(List<OptionSpec> specs) {
  /** The option that takes a key, or null. */
  @Nullable OptionSpec of(String key) {
    return specs.stream().filter(spec -> spec.takes(key)).findFirst().orElse(null);
  }

  /** The key that an environment variable sets, or null. */
  @Nullable String ofVariable(String name) {
    for (OptionSpec spec : specs) {
      String variable = spec.environment();
      if (spec.isFamily() && name.startsWith(variable + "_")) {
        String member = name.substring(variable.length() + 1).toLowerCase(Locale.ROOT);
        return spec.key() + "." + member.replace('_', '.');
      } else if (!spec.isFamily() && name.equals(variable)) {
        return spec.key();
      }
    }
    return null;
  }

  /** The key most like an unknown one, if any is like it. */
  Optional<String> similar(String key) {
    return similar(
        key, specs.stream().map(OptionSpec::key).toList(), Math.max(2, key.length() / 3));
  }

  /** The variable so like an unknown one that it must have been meant. */
  Optional<String> similarVariable(String name) {
    return similar(name, specs.stream().map(OptionSpec::environment).toList(), 2);
  }

  private static Optional<String> similar(String word, Collection<String> known, int most) {
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= most)
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
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
