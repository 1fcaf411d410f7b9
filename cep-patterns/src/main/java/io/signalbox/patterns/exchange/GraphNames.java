// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.exchange;

import java.util.Locale;

/** Names of a graph in the form that ours have. */
final class GraphNames {
  private GraphNames() {}

  /** The id of a pattern. */
  static String id(String name) {
    return letters(name, '-', "pattern-");
  }

  /** The name of a stage; hyphens are left, where they are allowed. */
  static String stage(String name) {
    boolean fits = name.matches("[a-z][a-z0-9_-]*");
    return fits ? name : letters(name, '_', "stage_");
  }

  private static String letters(String name, char instead, String first) {
    String lower = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", String.valueOf(instead));
    return lower.matches("[a-z].*") ? lower : first + lower;
  }
}
