// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.language;

import java.util.Set;
import java.util.regex.Pattern;

/** Which names a stage may have: those that can be said in a condition. */
public final class StageNames {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]{0,47}");
  private static final Set<String> TAKEN =
      Set.of(
          "e",
          "all",
          "key",
          "service",
          "true",
          "false",
          "null",
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while",
          "int",
          "uint",
          "double",
          "bool",
          "string",
          "bytes",
          "list",
          "map",
          "type",
          "null_type",
          "dyn");

  private StageNames() {}

  /**
   * Why a name cannot be one, or empty when it can.
   *
   * @param name the name
   * @param negated true for a stage that takes no events; only its name may have a hyphen
   */
  public static String whyNot(String name, boolean negated) {
    if (!FORM.matcher(name).matches()) {
      return "a stage's name is a lower-case letter and up to 47 letters, digits, _ and -";
    }
    if (TAKEN.contains(name)) {
      return "'" + name + "' has another meaning in conditions or titles";
    }
    if (!negated && name.indexOf('-') >= 0) {
      return "only a stage with not: true may have a hyphen: a condition would read it as minus";
    }
    return "";
  }
}
