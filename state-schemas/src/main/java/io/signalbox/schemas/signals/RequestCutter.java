// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.detection.Feedback;
import io.signalbox.analytics.signals.Change;
import io.signalbox.schemas.json.RecordJson;
import java.util.function.Consumer;

/**
 * Cuts Export requests and change events into batches, reading each once. What cannot be used comes
 * out as dead letters. Reused from request to request; belongs to one thread.
 */
public final class RequestCutter {
  /**
   * Keys that the halves of calls are spread over: enough for a few hundred parallel tasks, few
   * enough that a request falls into large batches.
   */
  public static final int DEFAULT_TRACE_BUCKETS = 256;

  private final OtlpReader reader = new OtlpReader();
  private final Refusals refusals = new Refusals();
  private final IdentityReader identities = new IdentityReader();
  private final MetricCutter metrics;
  private final SpanCutter spans;
  private final LogCutter logs;
  private final SymptomCutter symptoms;

  /** Makes a cutter that seeks nothing more; see {@link #RequestCutter(int, Sought)}. */
  public RequestCutter(int traceBuckets) {
    this(traceBuckets, Sought.NOTHING);
  }

  /**
   * Makes a cutter.
   *
   * @param traceBuckets number of keys that the halves of calls are spread over, at least 1
   * @param sought beyond what all requests are read for
   */
  public RequestCutter(int traceBuckets, Sought sought) {
    symptoms = new SymptomCutter(sought.rows());
    metrics = new MetricCutter(identities, refusals, symptoms);
    spans = new SpanCutter(identities, refusals, traceBuckets, symptoms, sought.objectives());
    logs = new LogCutter(identities, refusals, symptoms);
  }

  /**
   * Cuts one request.
   *
   * @param kind what the bytes are
   * @param origin where they came from
   * @param request protobuf for telemetry, JSON for events
   */
  public void cut(SignalKind kind, Origin origin, byte[] request, Consumer<SignalBatch> batches) {
    refusals.startOf(origin);
    metrics.clear();
    spans.clear();
    logs.clear();
    symptoms.clear();
    try {
      read(kind, request, batches);
      metrics.flush(batches);
      spans.flush(batches);
      logs.flush(batches);
      symptoms.flush(batches);
    } catch (MalformedTelemetry malformed) {
      refusals.whole(malformed.reason(), malformed.detail(), request);
    }
    refusals.flush(batches);
  }

  /** Cuts one request of OTLP/JSON or an event. */
  public void cutJson(SignalKind kind, Origin origin, byte[] json, Consumer<SignalBatch> batches) {
    try {
      cut(kind, origin, kind.isEvent() ? json : OtlpJson.toProtobuf(kind, json), batches);
    } catch (MalformedTelemetry malformed) {
      refuse(origin, malformed, json, batches);
    }
  }

  /** Says that a request could not even be taken apart. */
  public void refuse(
      Origin origin, MalformedTelemetry malformed, byte[] bytes, Consumer<SignalBatch> batches) {
    refusals.startOf(origin);
    refusals.whole(malformed.reason(), malformed.detail(), bytes);
    refusals.flush(batches);
  }

  private void read(SignalKind kind, byte[] request, Consumer<SignalBatch> batches)
      throws MalformedTelemetry {
    switch (kind) {
      case METRICS -> reader.readMetrics(request, 0, request.length, metrics);
      case TRACES -> reader.readTraces(request, 0, request.length, spans);
      case LOGS -> reader.readLogs(request, 0, request.length, logs);
      case CHANGES -> ChangeReader.read(request).map(RequestCutter::batch).ifPresent(batches);
      case FEEDBACK -> batches.accept(batch(FeedbackReader.read(request)));
    }
  }

  private static SignalBatch batch(Feedback said) {
    long atMs = said.effectiveAt().toEpochMilli();
    return new SignalBatch(
        BatchKind.FEEDBACK,
        said.environment(),
        said.service(),
        "",
        SignalBatch.tickOf(atMs),
        atMs,
        1,
        RecordJson.write(said));
  }

  private static SignalBatch batch(Change change) {
    long atMs = change.at().toEpochMilli();
    return new SignalBatch(
        BatchKind.CHANGE,
        change.environment(),
        change.service(),
        "",
        SignalBatch.tickOf(atMs),
        atMs,
        1,
        RecordJson.write(change));
  }
}
