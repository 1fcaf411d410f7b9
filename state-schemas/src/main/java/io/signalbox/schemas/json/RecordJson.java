// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes records as canonical JSON and reads them back: equal records give equal bytes, on every
 * JDK and in every locale.
 *
 * <ul>
 *   <li>One line of UTF-8 without white space; keys in snake_case, in the order of the components;
 *       nulls are written. {@code incidentClass} is called {@code class}.
 *   <li>An {@link java.time.Instant} is ISO-8601 UTC cut to milliseconds, an enum its lower-case
 *       name, a {@code byte[]} base64, a map sorted by key.
 *   <li>A double that is no number, or infinite, is null, because JSON has neither; null is read as
 *       NaN. Other doubles have their shortest form that reads back the same.
 *   <li>A UTF-16 surrogate without its partner becomes {@code ?}: it has no UTF-8.
 *   <li>What a reader does not know it skips, what it misses is null, zero or NaN, so that records
 *       may gain components.
 * </ul>
 */
public final class RecordJson {
  /** Longest string read: base64 of a dead letter that holds a record of 32 MiB, with room. */
  private static final int LONGEST_TEXT = 64 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
                  .build())
          .propertyNamingStrategy(new WireNames())
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(new WireValues())
          .build();

  private RecordJson() {}

  /**
   * Writes one record.
   *
   * @throws IllegalArgumentException if a component is of a type that has no JSON form
   */
  public static byte[] write(Object item) {
    try {
      // By way of a string, because Jackson's own UTF-8 writer refuses lone surrogates.
      return MAPPER.writeValueAsString(item).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON form for " + item.getClass(), e);
    }
  }

  /**
   * Reads one record.
   *
   * @throws IOException if the bytes are not JSON or a value does not fit its component
   */
  public static <T> T read(byte[] json, Class<T> type) throws IOException {
    T item = MAPPER.readValue(json, type);
    if (item == null) {
      throw new IOException("null instead of a " + type.getSimpleName());
    }
    return item;
  }
}
