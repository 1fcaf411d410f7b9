// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.signalbox.analytics.finops.anomalies.CostAnomaly;
import io.signalbox.analytics.finops.anomalies.Driver;
import io.signalbox.analytics.finops.sovereignty.Advice;
import io.signalbox.analytics.finops.sovereignty.RiskTerm;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** JSON Lines of what an analyst should look at: unusual costs, and advice for workloads. */
public final class AdviceJson implements Closeable {
  private final JsonGenerator out;

  private AdviceJson(JsonGenerator out) {
    this.out = out;
  }

  /**
   * Begins a file.
   *
   * @throws IOException if it cannot be written
   */
  public static AdviceJson create(Path file) throws IOException {
    return new AdviceJson(
        new JsonFactory()
            .createGenerator(Files.newBufferedWriter(file))
            .setRootValueSeparator(null));
  }

  /** A cost that was not as usual. */
  public void anomaly(CostAnomaly one) throws IOException {
    out.writeStartObject();
    out.writeStringField("dimension", one.dimension() == null ? "all" : one.dimension().label());
    out.writeStringField("value", one.value());
    out.writeStringField("metric", one.perRequest() ? "cost_per_request" : "cost");
    out.writeStringField("direction", one.cheaper() ? "down" : "up");
    out.writeStringField("driver", one.driver().label());
    out.writeStringField("from_at", time(one.fromMs()));
    out.writeStringField("to_at", time(one.toMs()));
    money("cost", one.cost());
    money("expected", one.expected());
    out.writeObjectFieldStart("drivers");
    for (Map.Entry<Driver, BigDecimal> part : one.drivers().entrySet()) {
      money(part.getKey().label(), part.getValue());
    }
    out.writeEndObject();
    out.writeBooleanField("quality_check", one.asksForQuality());
    end();
  }

  /** Advice for a workload. */
  public void advice(Advice one) throws IOException {
    out.writeStartObject();
    out.writeStringField("tenant", one.workload().tenant());
    out.writeStringField("feature", one.workload().feature());
    out.writeStringField("data_class", one.workload().dataClass());
    out.writeStringField("answer", one.answer().name());
    out.writeArrayFieldStart("reasons");
    for (String reason : one.reasons()) {
      out.writeString(reason);
    }
    out.writeEndArray();
    out.writeStringField("from_at", time(one.fromMs()));
    out.writeStringField("to_at", time(one.toMs()));
    out.writeNumberField("requests", one.requests());
    money("bought", one.bought());
    if (one.numbers() != null) {
      numbers(one.numbers());
    }
    out.writeNumberField("risk", one.risk());
    out.writeObjectFieldStart("risk_terms");
    for (RiskTerm term : one.terms()) {
      out.writeNumberField(term.name(), term.value());
    }
    out.writeEndObject();
    out.writeObjectFieldStart("flips");
    for (Map.Entry<String, String> flip : one.flips().entrySet()) {
      out.writeStringField(flip.getKey(), flip.getValue());
    }
    out.writeEndObject();
    end();
  }

  private void numbers(Advice.Numbers numbers) throws IOException {
    out.writeObjectFieldStart("best_hosting");
    out.writeStringField("way", numbers.way().name());
    out.writeNumberField("replicas", numbers.replicas());
    money("saves_at_least", numbers.saves());
    money("saves_at_most", numbers.savesAtMost());
    out.writeNumberField("utilisation", numbers.utilisation());
    out.writeNumberField("break_even_utilisation", numbers.breakEvenUtilisation());
    out.writeEndObject();
  }

  private void money(String key, BigDecimal amount) throws IOException {
    out.writeStringField(key, TotalsJson.money(amount));
  }

  private void end() throws IOException {
    out.writeEndObject();
    out.writeRaw('\n');
  }

  private static String time(long atMs) {
    return Instant.ofEpochMilli(atMs).toString();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
