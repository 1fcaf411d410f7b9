// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.PriceEvent;
import io.signalbox.analytics.finops.PriceField;
import io.signalbox.analytics.finops.PriceNote;
import io.signalbox.analytics.finops.PriceText;
import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.UsageTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the history of a catalogue: {@code effective_at, model, field, old, new, kind}. */
public final class PriceHistoryCsv {
  private final Consumer<PriceNote> notes;
  private final List<PriceEvent> events = new ArrayList<>();

  private PriceHistoryCsv(Consumer<PriceNote> notes) {
    this.notes = notes;
  }

  /**
   * Reads a history.
   *
   * @param notes told of every row that is not used, and why
   * @return in the order of the file
   * @throws IOException if it cannot be read or lacks a column
   */
  public static List<PriceEvent> read(Path file, Consumer<PriceNote> notes) throws IOException {
    PriceHistoryCsv reader = new PriceHistoryCsv(notes);
    try (CsvRecords in = CsvRecords.open(file)) {
      List<String> header = in.next();
      Columns columns = new Columns(file, header == null ? List.of() : header);
      List<String> row;
      while ((row = in.next()) != null) {
        reader.row(columns, row, file.getFileName() + ":" + in.line());
      }
    }
    return reader.events;
  }

  private void row(Columns columns, List<String> row, String where) {
    String model = columns.get(row, columns.model);
    String field = columns.get(row, columns.field);
    String price = columns.get(row, columns.price);
    if (field.equals("field") || field.isEmpty() || model.isEmpty()) {
      notes.accept(new PriceNote(model, field, price, where + ": no row of a price"));
      return;
    }
    String unpriced = PriceField.unpriced(field);
    if (unpriced != null) {
      notes.accept(new PriceNote(model, field, price, where + ": not priced: " + unpriced));
      return;
    }
    try {
      String kind = columns.get(row, columns.kind);
      PriceEvent event =
          event(
              columns.get(row, columns.at),
              model,
              field,
              columns.get(row, columns.old),
              price,
              kind);
      BigDecimal now = event.price();
      events.add(event);
      if (now != null && PriceText.noisy(now)) {
        notes.accept(
            new PriceNote(model, field, price, where + ": float noise: used as it stands"));
      }
    } catch (Refusal refused) {
      notes.accept(new PriceNote(model, field, price, where + ": " + refused.reason()));
    }
  }

  /**
   * What a row says.
   *
   * @throws Refusal if its time or a price of it cannot be read
   */
  static PriceEvent event(
      String at, String model, String field, String old, String price, String kind) throws Refusal {
    BigDecimal now = kind.equals("remove") ? null : PriceText.parse(price);
    BigDecimal before = old.isEmpty() ? null : PriceText.parse(old);
    return new PriceEvent(UsageTime.parse(at), model, field, before, now, null);
  }

  private static final class Columns {
    private final int at;
    private final int model;
    private final int field;
    private final int old;
    private final int price;
    private final int kind;

    Columns(Path file, List<String> header) throws IOException {
      this.at = column(file, header, "effective_at");
      this.model = column(file, header, "model");
      this.field = column(file, header, "field");
      this.old = column(file, header, "old");
      this.price = column(file, header, "new");
      this.kind = column(file, header, "kind");
    }

    private static int column(Path file, List<String> header, String name) throws IOException {
      int found = header.indexOf(name);
      if (found < 0) {
        throw new IOException(file + ": no column " + name);
      }
      return found;
    }

    String get(List<String> row, int column) {
      return column < row.size() ? row.get(column).trim() : "";
    }
  }
}
