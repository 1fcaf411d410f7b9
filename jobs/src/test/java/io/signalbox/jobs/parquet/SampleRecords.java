// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records of any class: full ones, and bare ones with as little in them as can be. */
final class SampleRecords {
  private SampleRecords() {}

  static <T> T full(Class<T> type, int seed) {
    return create(type, component -> filled(component.getGenericType(), seed));
  }

  static <T> T bare(Class<T> type) {
    return create(type, component -> empty(component.getType()));
  }

  private interface Filler {
    @Nullable Object of(RecordComponent component);
  }

  private static <T> T create(Class<T> type, Filler filler) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = filler.of(components[i]);
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no " + type, e);
    }
  }

  private static Object filled(Type type, int seed) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      Object last = filled(arguments[arguments.length - 1], seed);
      Object other = filled(arguments[arguments.length - 1], seed + 1);
      return arguments.length == 1 ? List.of(last, other) : Map.of("zeta", last, "alpha", other);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return "täxt \"" + seed;
    } else if (plain == Instant.class) {
      return Instant.ofEpochMilli(1_700_000_000_123L + seed);
    } else if (plain == byte[].class) {
      return new byte[] {(byte) seed, -1, 0};
    } else if (plain.isEnum()) {
      return plain.getEnumConstants()[seed % plain.getEnumConstants().length];
    } else if (plain.isRecord()) {
      return full(plain, seed);
    }
    return number(plain, seed);
  }

  private static Object number(Class<?> type, int seed) {
    if (type == boolean.class) {
      return seed % 2 == 0;
    } else if (type == int.class) {
      return seed;
    } else if (type == double.class || type == Double.class) {
      return seed / 7.0;
    }
    return (1L << 40) + seed;
  }

  private static @Nullable Object empty(Class<?> type) {
    if (type == double.class) {
      return Double.POSITIVE_INFINITY;
    } else if (type.isPrimitive()) {
      return number(type, 0);
    } else if (type == List.class) {
      return List.of();
    }
    return type == Map.class ? Map.of() : null;
  }
}
