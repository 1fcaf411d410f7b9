// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.aggregates.Aggregate;
import io.signalbox.analytics.finops.aggregates.Flow;
import io.signalbox.analytics.finops.aggregates.Showback;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** JSON Lines of sums of charges. */
public final class AggregateJson {
  private AggregateJson() {}

  /**
   * Writes sums by period and dimension.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(SortedMap<Aggregate, Flow> aggregates, Path file) throws IOException {
    try (JsonGenerator out = lines(file)) {
      for (Map.Entry<Aggregate, Flow> one : aggregates.entrySet()) {
        aggregate(one.getKey(), one.getValue(), out);
      }
    }
  }

  /**
   * Writes what tenants are shown and charged.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(List<Showback> rows, Path file) throws IOException {
    try (JsonGenerator out = lines(file)) {
      for (Showback row : rows) {
        out.writeStartObject();
        out.writeStringField("start_at", Instant.ofEpochMilli(row.startMs()).toString());
        out.writeStringField("tenant", row.tenant());
        out.writeStringField("chargeback", TotalsJson.money(row.chargeback()));
        out.writeStringField("shared", TotalsJson.money(row.shared()));
        out.writeStringField("idle", TotalsJson.money(row.idle()));
        out.writeStringField("showback", TotalsJson.money(row.showback()));
        end(out);
      }
    }
  }

  private static void aggregate(Aggregate key, Flow flow, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("window", key.window().label());
    out.writeStringField("start_at", Instant.ofEpochMilli(key.startMs()).toString());
    out.writeStringField("dimension", key.label());
    out.writeStringField("value", key.value());
    out.writeStringField("as_known", TotalsJson.money(flow.asKnown()));
    out.writeStringField("as_corrected", TotalsJson.money(flow.asCorrected()));
    if (flow.inDoubt().signum() != 0) {
      out.writeStringField("in_doubt", TotalsJson.money(flow.inDoubt()));
    }
    out.writeNumberField("requests", flow.requests());
    out.writeNumberField("input_tokens", flow.inputTokens());
    out.writeNumberField("cached_tokens", flow.quantity(Meter.CACHE_READ));
    out.writeNumberField("output_tokens", flow.outputTokens());
    BigDecimal seconds = flow.quantity(Meter.COMPUTE_SECONDS);
    if (seconds.signum() > 0) {
      out.writeNumberField("compute_seconds", seconds);
    }
    BigDecimal each = flow.costPerRequest();
    if (each != null) {
      out.writeStringField("cost_per_request", TotalsJson.money(each));
    }
    BigDecimal share = flow.cachedShare();
    if (share != null) {
      out.writeNumberField("cached_share", share);
    }
    if (!flow.outcomes().isEmpty()) {
      outcomes(flow, out);
    }
    end(out);
  }

  private static void outcomes(Flow flow, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("outcomes");
    for (OutcomeCost one : OutcomeCost.of(flow)) {
      out.writeStartObject();
      out.writeStringField("outcome", one.outcome());
      out.writeNumberField("count", one.count());
      out.writeStringField("cost_each", one.costEach());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static JsonGenerator lines(Path file) throws IOException {
    return new JsonFactory()
        .createGenerator(Files.newBufferedWriter(file))
        .setRootValueSeparator(null);
  }

  private static void end(JsonGenerator out) throws IOException {
    out.writeEndObject();
    out.writeRaw('\n');
  }
}
