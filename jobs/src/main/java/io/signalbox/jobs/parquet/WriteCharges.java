// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import io.signalbox.analytics.finops.PriceText;
import io.signalbox.schemas.finops.FocusColumn;
import io.signalbox.schemas.finops.FocusRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** Spreads charges over their columns; money is a decimal of 38 digits, 24 behind the point. */
final class WriteCharges extends WriteRows<FocusRow> {
  private static final int BYTES = 16; // of a decimal of 38 digits
  private static final int DIGITS = 38;
  private static final FocusColumn[] COLUMNS = FocusColumn.values();

  private final @Nullable String[] lastTexts = new @Nullable String[COLUMNS.length];
  private final Binary[] lastUtf8 = new Binary[COLUMNS.length];
  private @Nullable BigDecimal lastAmount;
  private Binary lastBytes = Binary.EMPTY;

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    List<Type> columns = new ArrayList<>();
    for (FocusColumn column : COLUMNS) {
      columns.add(type(column));
    }
    return new WriteContext(new MessageType("CostAndUsage", columns), Map.of());
  }

  @Override
  void fields(FocusRow row, RecordConsumer out) {
    for (FocusColumn column : COLUMNS) {
      Object value = row.get(column);
      if (value != null) {
        out.startField(column.title(), column.ordinal());
        value(column.ordinal(), value, out);
        out.endField(column.title(), column.ordinal());
      }
    }
  }

  private void value(int column, Object value, RecordConsumer out) {
    if (value instanceof String text) {
      out.addBinary(utf8(column, text));
    } else if (value instanceof BigDecimal amount) {
      out.addBinary(bytes(amount));
    } else {
      out.addLong((Long) value);
    }
  }

  /** Rows repeat what they say: what a column said last is kept. */
  private Binary utf8(int column, String text) {
    if (!text.equals(lastTexts[column])) {
      lastTexts[column] = text;
      lastUtf8[column] = Binary.fromString(text);
    }
    return lastUtf8[column];
  }

  @SuppressWarnings("BigDecimalEquals") // of another scale it is only written anew
  private Binary bytes(BigDecimal amount) {
    if (!amount.equals(lastAmount)) { // the four costs of a row are the same
      byte[] digits = amount.setScale(PriceText.MOST_DECIMALS).unscaledValue().toByteArray();
      byte[] all = new byte[BYTES];
      if (amount.signum() < 0) {
        Arrays.fill(all, (byte) -1);
      }
      System.arraycopy(digits, 0, all, BYTES - digits.length, digits.length);
      lastBytes = Binary.fromConstantByteArray(all);
      lastAmount = amount;
    }
    return lastBytes;
  }

  private static Type type(FocusColumn column) {
    return switch (column.type()) {
      case TEXT -> Types.optional(BINARY).as(stringType()).named(column.title());
      case TIME ->
          Types.optional(INT64).as(timestampType(true, TimeUnit.MILLIS)).named(column.title());
      case DECIMAL ->
          Types.optional(FIXED_LEN_BYTE_ARRAY)
              .length(BYTES)
              .as(decimalType(PriceText.MOST_DECIMALS, DIGITS))
              .named(column.title());
    };
  }
}
