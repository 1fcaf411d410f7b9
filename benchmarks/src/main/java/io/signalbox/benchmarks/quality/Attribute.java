// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A column of a class stream.
 *
 * @param name its name
 * @param names the values it may have; empty when it holds numbers
 */
record Attribute(String name, List<String> names) {

  boolean isNamed() {
    return !names.isEmpty();
  }

  /**
   * Reads the declaration of one.
   *
   * @throws IllegalArgumentException when it is neither of numbers nor of named values
   */
  static Attribute of(String declaration) {
    String rest = declaration.substring("@attribute".length()).strip();
    char quote = rest.isEmpty() ? ' ' : rest.charAt(0);
    boolean quoted = quote == '\'' || quote == '"';
    int end = quoted ? rest.indexOf(quote, 1) : endOfWord(rest);
    if (end < 0 || end >= rest.length()) {
      throw new IllegalArgumentException("no type in " + declaration);
    }
    String name = rest.substring(quoted ? 1 : 0, end);
    String type = rest.substring(quoted ? end + 1 : end).strip();
    if (type.startsWith("{") && type.endsWith("}")) {
      List<String> names = new ArrayList<>();
      for (String one : type.substring(1, type.length() - 1).split(",", -1)) {
        names.add(bare(one));
      }
      return new Attribute(name, List.copyOf(names));
    }
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "real", "numeric", "integer" -> new Attribute(name, List.of());
      default -> throw new IllegalArgumentException("cannot read attributes of type " + type);
    };
  }

  private static int endOfWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '{') {
        return i;
      }
    }
    return text.length();
  }

  /**
   * A field of this column as a number.
   *
   * @return NaN where it is unknown
   * @throws IllegalArgumentException when it is neither a number nor one of the names
   */
  double value(String field) {
    String text = bare(field);
    if (text.equals("?")) {
      return Double.NaN;
    }
    if (!isNamed()) {
      return Double.parseDouble(text);
    }
    int place = names.indexOf(text);
    if (place < 0) {
      throw new IllegalArgumentException(text + " is no value of " + name);
    }
    return place;
  }

  private static String bare(String field) {
    String text = field.strip();
    boolean quoted =
        text.length() > 1
            && ((text.startsWith("'") && text.endsWith("'"))
                || (text.startsWith("\"") && text.endsWith("\"")));
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
