// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.analytics.finops.tokens.TokenAttribute;
import io.signalbox.analytics.finops.tokens.TokenMetric;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.analytics.signals.ServiceIdentity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Recognises metrics of tokens by the OpenTelemetry conventions for generative AI, and passes their
 * points on beside what becomes of them as series. What they say is not judged here.
 */
final class TokenPointReader {
  private static final byte[] PREFIX = "gen_ai.client.".getBytes(UTF_8);

  private TokenPointReader() {}

  /** Whether a metric counts tokens; asked once for all its points. */
  static boolean concerns(Text name) {
    int from = name.offset();
    return name.length() > PREFIX.length
        && Arrays.equals(name.bytes(), from, from + PREFIX.length, PREFIX, 0, PREFIX.length)
        && TokenMetric.named(name.toString()) != null;
  }

  static GenAiEvent of(ServiceIdentity identity, MetricPointView point) {
    MetricView metric = point.metric();
    Map<String, String> said = GenAiReader.kept(point.attributes());
    said.put(TokenAttribute.KIND, kind(metric));
    said.put(TokenAttribute.TEMPORALITY, metric.temporality().name().toLowerCase(Locale.ROOT));
    if (point.startUnixNano() > 0) {
      said.put(TokenAttribute.START, Long.toString(point.startUnixNano()));
    }
    said.put(TokenAttribute.END, Long.toString(point.timeUnixNano()));
    said.put(TokenAttribute.SERIES, GenAiReader.hex(point.seriesHash()));
    said.put(TokenAttribute.RESOURCE, GenAiReader.hex(point.resource().attributes().hash()));
    if (point.valueType() == ValueType.INT) {
      said.put(TokenAttribute.SUM, Long.toString(point.longValue()));
    } else if (point.valueType() == ValueType.DOUBLE) {
      put(said, TokenAttribute.SUM, point.doubleValue());
    } else {
      put(said, TokenAttribute.SUM, point.sum());
      put(said, TokenAttribute.MAX, point.max());
      said.put(TokenAttribute.COUNT, Long.toString(point.count()));
    }
    return new GenAiEvent(
        TokenAttribute.EVENT,
        Instant.ofEpochMilli(EventTime.toMs(point.timeUnixNano())),
        identity.environment(),
        identity.service(),
        metric.name().toString(),
        null,
        null,
        0,
        false,
        said);
  }

  private static String kind(MetricView metric) {
    return switch (metric.kind()) {
      case SUM -> metric.monotonic() ? "counter" : "sum";
      case HISTOGRAM, EXPONENTIAL_HISTOGRAM -> "histogram";
      case GAUGE, SUMMARY -> metric.kind().name().toLowerCase(Locale.ROOT);
    };
  }

  /** NaN is what is not stated. */
  private static void put(Map<String, String> said, String attribute, double value) {
    if (!Double.isNaN(value)) {
      boolean finite = Double.isFinite(value);
      said.put(attribute, finite ? new BigDecimal(value).toPlainString() : Double.toString(value));
    }
  }
}
