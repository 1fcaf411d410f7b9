// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What records are made of, in flat bytes: times, lists, names, and what may be absent. */
public final class FlatFields {
  private FlatFields() {}

  /** Writes a time to the nanosecond. */
  public static void write(FlatWriter out, Instant time) {
    out.signed(time.getEpochSecond()).count(time.getNano());
  }

  /** Reads a time. */
  public static Instant instant(FlatReader in) {
    return Instant.ofEpochSecond(in.signed(), in.count());
  }

  /** Writes what may be absent. */
  public static <T> void writeOptional(
      FlatWriter out, @Nullable T value, BiConsumer<FlatWriter, T> write) {
    out.flag(value != null);
    if (value != null) {
      write.accept(out, value);
    }
  }

  /** Reads what may be absent. */
  public static <T> @Nullable T optional(FlatReader in, Function<FlatReader, T> read) {
    return in.flag() ? read.apply(in) : null;
  }

  /** Writes a constant by its name, so that constants may move. */
  public static void write(FlatWriter out, Enum<?> constant) {
    out.text(constant.name());
  }

  /**
   * Reads a constant.
   *
   * @throws IllegalArgumentException for a name the type does not have
   */
  public static <E extends Enum<E>> E constant(FlatReader in, Class<E> type) {
    return Enum.valueOf(type, in.text());
  }

  /** Writes a list, its length first. */
  public static <T> void writeList(
      FlatWriter out, Collection<T> items, BiConsumer<FlatWriter, T> write) {
    out.count(items.size());
    items.forEach(item -> write.accept(out, item));
  }

  /** Reads a list. */
  public static <T> List<T> list(FlatReader in, Function<FlatReader, T> read) {
    int length = in.length();
    List<T> items = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      items.add(read.apply(in));
    }
    return List.copyOf(items);
  }
}
