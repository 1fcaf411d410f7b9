// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Spreads records over their columns; null, and a double that is no number, leaves a gap. */
final class WriteColumns<T> extends WriteRows<T> {
  private final Class<T> type;
  private final Map<Class<?>, RecordComponent[]> known = new HashMap<>();

  WriteColumns(Class<T> type) {
    this.type = type;
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(RecordColumns.schema(type), Map.of());
  }

  @Override
  void fields(T item, RecordConsumer out) {
    components(item, out);
  }

  private void components(Object item, RecordConsumer out) {
    RecordComponent[] all = known.computeIfAbsent(item.getClass(), Class::getRecordComponents);
    for (int i = 0; i < all.length; i++) {
      Object value = get(all[i], item);
      if (value != null && !(value instanceof Double number && !Double.isFinite(number))) {
        field(RecordColumns.name(all[i]), i, value, out);
      }
    }
  }

  private void field(String name, int index, Object value, RecordConsumer out) {
    out.startField(name, index);
    value(value, out);
    out.endField(name, index);
  }

  private void value(Object value, RecordConsumer out) {
    if (value instanceof String text) {
      out.addBinary(Binary.fromString(text));
    } else if (value instanceof Enum<?> constant) {
      out.addBinary(Binary.fromString(constant.name().toLowerCase(Locale.ROOT)));
    } else if (value instanceof Instant time) {
      out.addLong(time.toEpochMilli());
    } else if (value instanceof Integer number) {
      out.addInteger(number);
    } else if (value instanceof Long number) {
      out.addLong(number);
    } else if (value instanceof Double number) {
      out.addDouble(number);
    } else if (value instanceof Boolean flag) {
      out.addBoolean(flag);
    } else if (value instanceof byte[] bytes) {
      out.addBinary(Binary.fromConstantByteArray(bytes));
    } else {
      group(value, out);
    }
  }

  private void group(Object value, RecordConsumer out) {
    out.startGroup();
    if (value instanceof List<?> list) {
      list(list, out);
    } else if (value instanceof Map<?, ?> map) {
      map(map, out);
    } else {
      components(value, out);
    }
    out.endGroup();
  }

  private void list(List<?> list, RecordConsumer out) {
    if (list.isEmpty()) {
      return; // a field that is started must have a value
    }
    out.startField(RecordColumns.LIST, 0);
    for (Object element : list) {
      out.startGroup();
      field(RecordColumns.ELEMENT, 0, element, out);
      out.endGroup();
    }
    out.endField(RecordColumns.LIST, 0);
  }

  private void map(Map<?, ?> map, RecordConsumer out) {
    if (map.isEmpty()) {
      return;
    }
    out.startField(RecordColumns.ENTRY, 0);
    new TreeMap<>(map)
        .forEach(
            (key, value) -> {
              out.startGroup();
              field("key", 0, key, out);
              field("value", 1, value, out);
              out.endGroup();
            });
    out.endField(RecordColumns.ENTRY, 0);
  }

  private static @Nullable Object get(RecordComponent component, Object item) {
    try {
      return component.getAccessor().invoke(item);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("not a public record: " + item.getClass(), e);
    }
  }
}
