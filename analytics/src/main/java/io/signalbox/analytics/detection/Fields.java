// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Walks over the fields of a state in a fixed order. A writer returns each value as it is given; a
 * reader returns the stored one instead. So one method describes a state in both directions, and
 * they cannot drift apart.
 */
public interface Fields {
  /** Version of the layout that is walked, 1 or more: fields added later are skipped before it. */
  int version();

  /** An integer; small ones take few bytes. */
  long integer(long value);

  /** A floating-point number, every bit of it. */
  double real(double value);

  /** A text of at most 65,535 bytes. */
  String text(String value);

  /**
   * An integer that fits 32 bits.
   *
   * @throws IllegalArgumentException when the one read does not
   */
  default int small(int value) {
    long read = integer(value);
    if (read != (int) read) {
      throw new IllegalArgumentException(read + " where an int is legal");
    }
    return (int) read;
  }

  /** A yes or no. */
  default boolean flag(boolean value) {
    return integer(value ? 1 : 0) != 0;
  }

  /**
   * A list: its size, then its elements in order.
   *
   * @param items the elements; empty when reading
   * @param most largest size that is legal
   * @param fresh makes an element to read into
   * @param each walks over one element
   * @throws IllegalArgumentException when there are more than that
   */
  default <T> void list(List<T> items, int most, Supplier<T> fresh, BiConsumer<T, Fields> each) {
    int size = small(items.size());
    if (size < 0 || size > most) {
      throw new IllegalArgumentException(size + " elements where at most " + most + " are legal");
    }
    for (int i = 0; i < size; i++) {
      if (i == items.size()) {
        items.add(fresh.get());
      }
      each.accept(items.get(i), this);
    }
  }

  /** The state of a gate; one byte while all is calm. */
  default void gate(EpisodeGate gate) {
    if (!flag(gate.startedAtMs != 0 || gate.isOpen())) {
      return;
    }
    gate.startedAtMs = integer(gate.startedAtMs);
    gate.hits = small(gate.hits);
    gate.calm = small(gate.calm);
    gate.revision = small(gate.revision);
    gate.worstP = real(gate.worstP);
    gate.worstValue = real(gate.worstValue);
    gate.worstExpected = real(gate.worstExpected);
    gate.worstLower = real(gate.worstLower);
    gate.worstUpper = real(gate.worstUpper);
    gate.worstSupport = integer(gate.worstSupport);
  }
}
