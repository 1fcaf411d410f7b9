// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.peers;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** The bytes of all numbers and texts that hang on an object, without any framing. */
final class SavedBytes {
  private SavedBytes() {}

  /**
   * Counts.
   *
   * @param saved a tree of plain objects and arrays
   */
  static long of(@Nullable Object saved) {
    if (saved == null) {
      return 0;
    }
    Class<?> type = saved.getClass();
    if (saved instanceof String text) {
      return text.length();
    }
    if (saved instanceof Iterable<?> all) {
      long bytes = 0;
      for (Object one : all) {
        bytes += of(one);
      }
      return bytes;
    }
    if (type.isArray()) {
      return ofArray(saved, type.getComponentType());
    }
    if (type.isEnum() || type.getName().startsWith("java.")) {
      return Double.BYTES;
    }
    return ofFields(saved, type);
  }

  private static long ofArray(Object array, Class<?> component) {
    int length = Array.getLength(array);
    if (component.isPrimitive()) {
      return (long) length * size(component);
    }
    long bytes = 0;
    for (int i = 0; i < length; i++) {
      bytes += of(Array.get(array, i));
    }
    return bytes;
  }

  private static long ofFields(Object saved, Class<?> type) {
    long bytes = 0;
    for (Class<?> level = type; level != null; level = level.getSuperclass()) {
      for (Field field : level.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          bytes += field.getType().isPrimitive() ? size(field.getType()) : of(value(field, saved));
        }
      }
    }
    return bytes;
  }

  private static @Nullable Object value(Field field, Object saved) {
    try {
      field.setAccessible(true);
      return field.get(saved);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int size(Class<?> primitive) {
    if (primitive == long.class || primitive == double.class) {
      return Long.BYTES;
    }
    if (primitive == int.class || primitive == float.class) {
      return Integer.BYTES;
    }
    return primitive == short.class || primitive == char.class ? Short.BYTES : Byte.BYTES;
  }
}
