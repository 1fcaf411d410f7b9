// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.listType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.mapType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import io.signalbox.schemas.json.WireNames;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Derives the columns from the components of a record, under the names of the JSON form. */
final class RecordColumns {
  static final String LIST = "list";
  static final String ELEMENT = "element";
  static final String ENTRY = "key_value";

  private static final WireNames NAMES = new WireNames();

  private RecordColumns() {}

  static MessageType schema(Class<?> record) {
    return new MessageType(record.getSimpleName(), fields(record));
  }

  static String name(RecordComponent component) {
    return NAMES.translate(component.getName());
  }

  private static List<Type> fields(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .map(component -> column(name(component), component.getGenericType()))
        .toList();
  }

  private static Type column(String name, java.lang.reflect.Type type) {
    if (type instanceof ParameterizedType generic) {
      java.lang.reflect.Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? list(name, arguments[0])
          : map(name, arguments[1]);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class || plain.isEnum()) {
      return Types.optional(BINARY).as(stringType()).named(name);
    } else if (plain == Instant.class) {
      return Types.optional(INT64).as(timestampType(true, TimeUnit.MILLIS)).named(name);
    } else if (plain.isRecord()) {
      return Types.optionalGroup().addFields(fields(plain).toArray(new Type[0])).named(name);
    }
    return Types.optional(primitive(plain)).named(name);
  }

  private static PrimitiveTypeName primitive(Class<?> type) {
    if (type == int.class) {
      return INT32;
    } else if (type == long.class || type == Long.class) {
      return INT64;
    } else if (type == double.class || type == Double.class) {
      return DOUBLE;
    } else if (type == boolean.class) {
      return BOOLEAN;
    } else if (type == byte[].class) {
      return BINARY;
    }
    throw new IllegalArgumentException("no column for " + type);
  }

  private static Type list(String name, java.lang.reflect.Type element) {
    Type repeated = Types.repeatedGroup().addField(column(ELEMENT, element)).named(LIST);
    return Types.optionalGroup().as(listType()).addField(repeated).named(name);
  }

  private static Type map(String name, java.lang.reflect.Type value) {
    Type repeated =
        Types.repeatedGroup()
            .addField(Types.required(BINARY).as(stringType()).named("key"))
            .addField(column("value", value))
            .named(ENTRY);
    return Types.optionalGroup().as(mapType()).addField(repeated).named(name);
  }
}
