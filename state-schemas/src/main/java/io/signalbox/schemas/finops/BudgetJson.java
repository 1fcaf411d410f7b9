// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.signalbox.analytics.finops.budgets.BudgetNotice;
import io.signalbox.analytics.finops.budgets.BudgetStatus;
import io.signalbox.analytics.finops.budgets.BurnEpisode;
import io.signalbox.analytics.finops.budgets.Crossing;
import io.signalbox.analytics.finops.budgets.Forecast;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Lines of budgets: what was told of them, or how they stand. */
public final class BudgetJson implements Closeable {
  private final JsonGenerator out;

  private BudgetJson(BufferedWriter text) throws IOException {
    this.out = new JsonFactory().createGenerator(text).setRootValueSeparator(null);
  }

  /**
   * Begins a file.
   *
   * @throws IOException if it cannot be written
   */
  public static BudgetJson create(Path file) throws IOException {
    return new BudgetJson(Files.newBufferedWriter(file));
  }

  /** Something told of a threshold. */
  public void notice(BudgetNotice one) throws IOException {
    out.writeStartObject();
    out.writeStringField("kind", one.kind().label());
    out.writeStringField("budget", one.budget().name());
    out.writeStringField("start_at", time(one.startMs()));
    out.writeNumberField("percent", one.percent());
    money("amount", one.budget().amount());
    crossing(one.crossing(), "");
    crossing(one.before(), "before_");
    out.writeStringField("cause", one.cause().label());
    end();
  }

  private void crossing(@Nullable Crossing crossing, String prefix) throws IOException {
    if (crossing != null) {
      out.writeStringField(prefix + "crossed_at", time(crossing.key().atMs()));
      out.writeStringField(prefix + "by", crossing.key().id());
      money(prefix + "spent", crossing.spent());
    }
  }

  /** How a budget stands in a period. */
  public void status(BudgetStatus one) throws IOException {
    out.writeStartObject();
    out.writeStringField("budget", one.budget());
    out.writeStringField("parent", one.parent());
    out.writeStringField("start_at", time(one.startMs()));
    out.writeStringField("end_at", time(one.endMs()));
    money("amount", one.amount());
    money("as_known", one.asKnown());
    money("as_corrected", one.asCorrected());
    money("left", one.left());
    out.writeNumberField("share", one.share());
    if (one.unallocated() != null) {
      money("unallocated", one.unallocated());
    }
    out.writeArrayFieldStart("thresholds");
    for (Map.Entry<Integer, Crossing> crossed : one.crossings().entrySet()) {
      out.writeStartObject();
      out.writeNumberField("percent", crossed.getKey());
      crossing(crossed.getValue(), "");
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("burns");
    for (BurnEpisode burn : one.burns()) {
      burn(burn);
    }
    out.writeEndArray();
    out.writeBooleanField("burning", one.burning());
    if (one.forecast() != null) {
      forecast(one.forecast());
    }
    end();
  }

  private void end() throws IOException {
    out.writeEndObject();
    out.writeRaw('\n');
  }

  private void burn(BurnEpisode burn) throws IOException {
    out.writeStartObject();
    out.writeNumberField("rate", burn.rule().rate());
    out.writeNumberField("long_s", burn.rule().longMs() / 1000);
    out.writeNumberField("short_s", burn.rule().shortMs() / 1000);
    out.writeStringField("from_at", time(burn.fromMs()));
    out.writeStringField("to_at", time(burn.toMs()));
    out.writeEndObject();
  }

  private void forecast(Forecast forecast) throws IOException {
    out.writeObjectFieldStart("forecast");
    money("expected", forecast.expected());
    money("lower", forecast.lower());
    money("upper", forecast.upper());
    out.writeNumberField("slots", forecast.slots());
    out.writeBooleanField("seasonal", forecast.seasonal());
    out.writeEndObject();
  }

  private void money(String key, BigDecimal amount) throws IOException {
    out.writeStringField(key, TotalsJson.money(amount));
  }

  private static String time(long atMs) {
    return Instant.ofEpochMilli(atMs).toString();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
