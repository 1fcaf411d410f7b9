// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Totals;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes totals: one entry a line, so that two files can be compared by eye. */
public final class TotalsJson {
  private static final List<Meter> ALWAYS =
      List.of(
          Meter.UNCACHED_IN,
          Meter.CACHE_READ,
          Meter.CACHE_WRITE_5M,
          Meter.CACHE_WRITE_1H,
          Meter.AUDIO_IN,
          Meter.IMAGE_IN,
          Meter.OUT_TEXT,
          Meter.REASONING,
          Meter.AUDIO_OUT);

  private TotalsJson() {}

  /**
   * Writes totals, first as known, then as corrected.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(Totals totals, Path file) throws IOException {
    try (BufferedWriter text = Files.newBufferedWriter(file);
        JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.writeStartArray();
      for (String ledger : List.of("as_known", "as_corrected")) {
        for (Map.Entry<Totals.Key, CostSum> one : totals.sums().entrySet()) {
          out.writeRaw('\n');
          entry(ledger, one.getKey(), one.getValue(), out);
        }
      }
      out.writeRaw('\n');
      out.writeEndArray();
      out.writeRaw('\n');
    }
  }

  private static void entry(String ledger, Totals.Key key, CostSum sum, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("ledger", ledger);
    out.writeStringField("tenant", key.tenant());
    out.writeStringField("model", key.model());
    out.writeStringField("day", key.day().toString());
    BigDecimal cost = ledger.equals("as_known") ? sum.asKnown() : sum.asCorrected();
    out.writeStringField("cost", money(cost));
    if (sum.inDoubt().signum() != 0) {
      out.writeStringField("in_doubt", money(sum.inDoubt()));
    }
    out.writeObjectFieldStart("tokens");
    for (Meter meter : Meter.ofTokens()) {
      BigDecimal tokens = sum.quantity(meter);
      if (tokens.signum() > 0 || ALWAYS.contains(meter)) {
        out.writeNumberField(meter.label(), tokens);
      }
    }
    out.writeEndObject();
    out.writeNumberField("requests", sum.requests());
    out.writeEndObject();
  }

  /** The same, or null where there is none. */
  static @Nullable String unlessZero(BigDecimal amount) {
    return amount.signum() == 0 ? null : money(amount);
  }

  /** All digits of an amount and no zeros behind them. */
  public static String money(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}
