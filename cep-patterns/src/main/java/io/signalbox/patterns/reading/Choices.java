// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import java.util.List;
import java.util.Locale;

/** Constants by their names in lower case. */
final class Choices {
  private Choices() {}

  /**
   * The constant of a name.
   *
   * @throws IllegalArgumentException when there is none, with what may have been meant
   */
  static <E extends Enum<E>> E of(String name, Class<E> kind) {
    List<E> constants = List.of(kind.getEnumConstants());
    return constants.stream()
        .filter(constant -> nameOf(constant).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(why(name, constants)));
  }

  private static String why(String name, List<? extends Enum<?>> constants) {
    List<String> names = constants.stream().map(Choices::nameOf).toList();
    return "'" + name + "' is none of " + String.join(", ", names) + Problems.meant(name, names);
  }

  private static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
