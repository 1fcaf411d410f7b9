// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of an OTLP message by their JSON names, in lowerCamelCase and in snake_case. */
final class JsonMessage {
  private final Map<String, JsonField> fields = new HashMap<>();

  @Nullable JsonField field(String name) {
    return fields.get(name);
  }

  JsonMessage one(int number, String name, JsonType type) {
    return put(name, new JsonField(number, type, false, null, List.of()));
  }

  JsonMessage many(int number, String name, JsonType type) {
    return put(name, new JsonField(number, type, true, null, List.of()));
  }

  JsonMessage one(int number, String name, JsonMessage message) {
    return put(name, new JsonField(number, JsonType.MESSAGE, false, message, List.of()));
  }

  JsonMessage many(int number, String name, JsonMessage message) {
    return put(name, new JsonField(number, JsonType.MESSAGE, true, message, List.of()));
  }

  JsonMessage one(int number, String name, List<String> names) {
    return put(name, new JsonField(number, JsonType.ENUM, false, null, names));
  }

  private JsonMessage put(String name, JsonField field) {
    fields.put(name, field);
    fields.put(name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), field);
    return this;
  }
}
