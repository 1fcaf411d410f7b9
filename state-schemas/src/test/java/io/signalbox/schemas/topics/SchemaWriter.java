// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.topics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.signalbox.schemas.json.WireNames;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Derives JSON Schema 2020-12 from the components of a record, by the rules of {@link
 * io.signalbox.schemas.json.RecordJson}.
 */
final class SchemaWriter {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final WireNames NAMES = new WireNames();
  private final ObjectNode definitions = MAPPER.createObjectNode();

  private SchemaWriter() {}

  static String of(Topic<?> topic) {
    SchemaWriter writer = new SchemaWriter();
    ObjectNode schema = MAPPER.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:signalbox:topic:" + topic.name());
    schema.put("title", topic.name());
    schema.setAll(writer.object(topic.type()));
    if (!writer.definitions.isEmpty()) {
      schema.set("$defs", writer.definitions);
    }
    return schema.toPrettyString() + "\n";
  }

  private ObjectNode object(Class<?> type) {
    ObjectNode schema = MAPPER.createObjectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (RecordComponent component : type.getRecordComponents()) {
      properties.set(NAMES.translate(component.getName()), value(component.getAnnotatedType()));
    }
    properties.fieldNames().forEachRemaining(schema.withArrayProperty("required")::add);
    return schema;
  }

  private ObjectNode value(AnnotatedType annotated) {
    ObjectNode schema = value(annotated, annotated.getType());
    boolean nullable =
        annotated.isAnnotationPresent(Nullable.class) || annotated.getType() == double.class;
    if (nullable) {
      String type = schema.path("type").asText();
      schema.putArray("type").add(type).add("null");
      if (schema.has("enum")) {
        schema.withArrayProperty("enum").addNull();
      }
    }
    return schema;
  }

  private ObjectNode value(AnnotatedType annotated, Type type) {
    if (annotated instanceof AnnotatedParameterizedType generic) {
      AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
      return ((ParameterizedType) type).getRawType() == List.class
          ? schema("array").set("items", value(arguments[0]))
          : schema("object").set("additionalProperties", value(arguments[1]));
    }
    return plain((Class<?>) type);
  }

  private ObjectNode plain(Class<?> type) {
    if (type == String.class) {
      return schema("string");
    } else if (type == int.class || type == long.class || type == Long.class) {
      return schema("integer");
    } else if (type == double.class || type == Double.class) {
      return schema("number");
    } else if (type == boolean.class) {
      return schema("boolean");
    } else if (type == Instant.class) {
      return schema("string").put("format", "date-time");
    } else if (type == byte[].class) {
      return schema("string").put("contentEncoding", "base64");
    } else if (type.isEnum()) {
      return oneOf(type);
    } else if (type.isRecord()) {
      return reference(type);
    }
    throw new IllegalArgumentException("no schema of " + type);
  }

  private static ObjectNode oneOf(Class<?> type) {
    ObjectNode schema = schema("string");
    for (Object constant : type.getEnumConstants()) {
      schema.withArrayProperty("enum").add(constant.toString().toLowerCase(Locale.ROOT));
    }
    return schema;
  }

  private ObjectNode reference(Class<?> type) {
    String name = NAMES.translate(type.getSimpleName());
    if (!definitions.has(name)) {
      definitions.putObject(name);
      definitions.set(name, object(type));
    }
    return MAPPER.createObjectNode().put("$ref", "#/$defs/" + name);
  }

  private static ObjectNode schema(String type) {
    return MAPPER.createObjectNode().put("type", type);
  }
}
