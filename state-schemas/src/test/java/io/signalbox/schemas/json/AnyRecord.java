// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.json;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Random records of any class, read off its components. */
public final class AnyRecord {
  private static final long YEAR_1 = -62_135_596_800_000L;
  private static final long YEAR_9999 = 253_402_300_799_999L;

  private AnyRecord() {}

  /** Records of the class with every kind of value that its components can hold. */
  public static <T> Arbitrary<T> of(Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    List<Arbitrary<Object>> values =
        Arrays.stream(components)
            .map(RecordComponent::getAnnotatedType)
            .map(AnyRecord::of)
            .toList();
    return Combinators.combine(values).as(parts -> create(type, components, parts));
  }

  private static <T> T create(Class<T> type, RecordComponent[] components, List<Object> parts) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(parts.toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no " + type, e);
    }
  }

  private static Arbitrary<Object> of(AnnotatedType annotated) {
    Arbitrary<Object> values = of(annotated.getType()).asGeneric();
    return annotated.isAnnotationPresent(Nullable.class) ? values.injectNull(0.3) : values;
  }

  private static Arbitrary<?> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      Arbitrary<?> last = of(arguments[arguments.length - 1]);
      return generic.getRawType() == List.class
          ? last.list().ofMaxSize(3)
          : Arbitraries.maps(text(), last).ofMaxSize(3);
    }
    return plain((Class<?>) type);
  }

  private static Arbitrary<?> plain(Class<?> type) {
    if (type == String.class) {
      return text();
    } else if (type == int.class) {
      return Arbitraries.integers();
    } else if (type == long.class || type == Long.class) {
      return Arbitraries.longs();
    } else if (type == boolean.class) {
      return Arbitraries.of(true, false);
    } else if (type == double.class) {
      return Arbitraries.doubles().injectNull(0.1).map(d -> d == null ? Double.NaN : d);
    } else if (type == Double.class) {
      return Arbitraries.doubles();
    } else if (type == byte[].class) {
      return Arbitraries.bytes().array(byte[].class).ofMaxSize(20);
    } else if (type == Instant.class) {
      return Arbitraries.longs().between(YEAR_1, YEAR_9999).map(Instant::ofEpochMilli);
    } else if (type.isEnum()) {
      return Arbitraries.of(type.getEnumConstants());
    } else if (type.isRecord()) {
      return of(type);
    }
    throw new AssertionError("no random values for " + type);
  }

  private static Arbitrary<String> text() {
    return Arbitraries.strings()
        .ofMaxLength(12)
        .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }
}
