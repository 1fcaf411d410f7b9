// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.DeadLetterReason;
import io.signalbox.analytics.signals.ServiceIdentity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a capture holds, for {@code ./signalbox decode}. All items count, also those that would be
 * dead letters; a request that cannot be read counts as a request only.
 */
public final class DecodeCounts {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final OtlpReader reader = new OtlpReader();
  private final IdentityReader identities = new IdentityReader();
  private final ParentEdges edges = new ParentEdges();
  private final TimeRange times = new TimeRange();
  private final Set<Long> series = new HashSet<>();
  private final Set<Long> metricNames = new HashSet<>();
  private final Set<Long> traces = new HashSet<>();
  private final Set<String> services = new TreeSet<>();
  private final Set<String> derivedServices = new TreeSet<>();
  private final Map<String, Long> deadLetters = new TreeMap<>();
  private long requests;
  private long spans;
  private long errorSpans;
  private long points;
  private long logRecords;

  /**
   * Counts one request.
   *
   * @return what is wrong with the request as a whole, or null
   */
  public @Nullable MalformedTelemetry add(CapturedRequest request) {
    requests++;
    MalformedTelemetry fault = request.fault();
    SignalKind kind = request.kind();
    if (fault == null && kind != null) {
      fault = read(kind, request.bytes());
    }
    if (fault != null) {
      deadLetters.merge(fault.reason(), 1L, Long::sum);
    }
    return fault;
  }

  private @Nullable MalformedTelemetry read(SignalKind kind, byte[] bytes) {
    try {
      switch (kind) {
        case METRICS -> readMetrics(bytes);
        case TRACES -> readTraces(bytes);
        case LOGS -> readLogs(bytes);
        case CHANGES -> readChange(bytes);
        case FEEDBACK ->
            FeedbackReader.read(bytes); // its time is when it holds, not when it was said
      }
      return null;
    } catch (MalformedTelemetry fault) {
      return fault;
    }
  }

  /** Each request is read twice, because of a malformed one nothing may be counted. */
  private void readMetrics(byte[] bytes) throws MalformedTelemetry {
    reader.readMetrics(bytes, 0, bytes.length, point -> {});
    reader.readMetrics(bytes, 0, bytes.length, this::count);
  }

  private void count(MetricPointView point) {
    points++;
    series.add(point.seriesHash());
    metricNames.add(point.metric().name().hash());
    times.add(point.timeUnixNano());
    judge(identities.of(point), TelemetryContract.refuse(point));
  }

  private void readTraces(byte[] bytes) throws MalformedTelemetry {
    reader.readTraces(bytes, 0, bytes.length, span -> {});
    reader.readTraces(bytes, 0, bytes.length, this::count);
  }

  private void count(SpanView span) {
    spans++;
    errorSpans += span.isError() ? 1 : 0;
    if (span.hasTraceId()) {
      traces.add(Hash64.pair(span.traceIdHi(), span.traceIdLo()));
    }
    times.add(span.endUnixNano());
    ServiceIdentity identity = identities.of(span);
    edges.add(span, identity.service());
    judge(identity, TelemetryContract.refuse(span));
  }

  private void readLogs(byte[] bytes) throws MalformedTelemetry {
    reader.readLogs(bytes, 0, bytes.length, log -> {});
    reader.readLogs(bytes, 0, bytes.length, this::count);
  }

  private void count(LogView log) {
    logRecords++;
    times.add(log.eventUnixNano());
    judge(identities.of(log), TelemetryContract.refuse(log));
  }

  private void readChange(byte[] bytes) throws MalformedTelemetry {
    ChangeReader.read(bytes).ifPresent(change -> times.addMs(change.at().toEpochMilli()));
  }

  private void judge(ServiceIdentity identity, TelemetryContract.@Nullable Refusal refusal) {
    if (identity.known()) {
      (identity.derived() ? derivedServices : services).add(identity.service());
    }
    if (refusal != null) {
      deadLetters.merge(refusal.reason(), 1L, Long::sum);
    } else if (!identity.known()) {
      deadLetters.merge(DeadLetterReason.NO_IDENTITY, 1L, Long::sum);
    }
  }

  /** The counts under the names of {@code decode --json}, in their order. */
  public Map<String, @Nullable Object> asMap(String file) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("file", file);
    map.put("requests", requests);
    map.put("spans", spans);
    map.put("error_spans", errorSpans);
    map.put("points", points);
    map.put("log_records", logRecords);
    map.put("series", series.size());
    map.put("metric_names", metricNames.size());
    map.put("traces", traces.size());
    map.put("services", services.size());
    map.put("derived_services", derivedServices.size());
    map.put("edges", edges.count());
    map.put("first_at", times.isEmpty() ? null : iso(times.firstMs()));
    map.put("last_at", times.isEmpty() ? null : iso(times.lastMs()));
    map.put("dead_letters", deadLetters);
    return map;
  }

  private static String iso(long epochMs) {
    return MILLIS.format(Instant.ofEpochMilli(epochMs));
  }
}
