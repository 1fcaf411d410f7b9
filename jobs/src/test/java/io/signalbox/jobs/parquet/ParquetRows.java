// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Reads a Parquet file as JSON, going by nothing but the schema in the file. */
public final class ParquetRows {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private ParquetRows() {}

  /** All rows of a file. */
  public static List<JsonNode> of(Path file) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdPages())
            .build();
    List<JsonNode> rows = new ArrayList<>();
    try (ParquetFileReader in = new ParquetFileReader(new LocalInputFile(file), options)) {
      MessageType schema = in.getFileMetaData().getSchema();
      for (PageReadStore pages = in.readNextRowGroup();
          pages != null;
          pages = in.readNextRowGroup()) {
        RecordReader<Group> groups =
            new ColumnIOFactory()
                .getColumnIO(schema)
                .getRecordReader(pages, new GroupRecordConverter(schema));
        for (long row = 0; row < pages.getRowCount(); row++) {
          rows.add(object(groups.read()));
        }
      }
    }
    return rows;
  }

  private static ObjectNode object(Group group) {
    ObjectNode object = JSON.objectNode();
    for (Type field : group.getType().getFields()) {
      object.set(field.getName(), value(group, field));
    }
    return object;
  }

  private static JsonNode value(Group group, Type field) {
    String name = field.getName();
    LogicalTypeAnnotation meaning = field.getLogicalTypeAnnotation();
    if (group.getFieldRepetitionCount(name) == 0) {
      return JSON.nullNode();
    } else if (field.isPrimitive()) {
      return primitive(group, field, meaning);
    } else if (meaning instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation) {
      return list(group.getGroup(name, 0));
    } else if (meaning instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation) {
      return map(group.getGroup(name, 0));
    }
    return object(group.getGroup(name, 0));
  }

  private static ArrayNode list(Group group) {
    ArrayNode list = JSON.arrayNode();
    for (int i = 0; i < group.getFieldRepetitionCount("list"); i++) {
      Group repeated = group.getGroup("list", i);
      list.add(value(repeated, repeated.getType().getType("element")));
    }
    return list;
  }

  private static ObjectNode map(Group group) {
    ObjectNode map = JSON.objectNode();
    for (int i = 0; i < group.getFieldRepetitionCount("key_value"); i++) {
      Group entry = group.getGroup("key_value", i);
      map.set(entry.getString("key", 0), value(entry, entry.getType().getType("value")));
    }
    return map;
  }

  private static JsonNode primitive(Group group, Type field, LogicalTypeAnnotation meaning) {
    String name = field.getName();
    return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
      case INT32 -> JSON.numberNode(group.getInteger(name, 0));
      case INT64 -> {
        long number = group.getLong(name, 0);
        yield meaning instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation
            ? JSON.textNode(MILLISECONDS.format(Instant.ofEpochMilli(number)))
            : JSON.numberNode(number);
      }
      case DOUBLE -> JSON.numberNode(group.getDouble(name, 0));
      case BOOLEAN -> JSON.booleanNode(group.getBoolean(name, 0));
      case BINARY ->
          meaning instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
              ? JSON.textNode(group.getString(name, 0))
              : JSON.binaryNode(group.getBinary(name, 0).getBytes());
      default -> throw new AssertionError(field);
    };
  }
}
