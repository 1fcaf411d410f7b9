// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.analytics.signals.LogLine;
import io.signalbox.analytics.signals.LogMask;
import io.signalbox.analytics.signals.ServiceIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Cuts the log records of one request into batches by service, and evaluation events. */
final class LogCutter implements LogVisitor {
  private final IdentityReader identities;
  private final Refusals refusals;
  private final SymptomCutter symptoms;
  private final Sorted<SpanCutter.Node, LineCounter> lines = new Sorted<>(LineCounter::new);
  private final List<GenAiEvent> events = new ArrayList<>();

  LogCutter(IdentityReader identities, Refusals refusals, SymptomCutter symptoms) {
    this.identities = identities;
    this.refusals = refusals;
    this.symptoms = symptoms;
  }

  void clear() {
    lines.clear();
    events.clear();
  }

  @Override
  public void log(LogView log) {
    ServiceIdentity identity = identities.of(log);
    TelemetryContract.Refusal refusal = TelemetryContract.refuse(log);
    if (refusals.accepts(
        identity, refusal, log.eventUnixNano(), "log record", log.severityText())) {
      add(identity, log);
    } else {
      refusals.item(identity, log);
    }
  }

  private void add(ServiceIdentity identity, LogView log) {
    long atMs = EventTime.toMs(log.eventUnixNano());
    String text = log.eventName().isEmpty() ? log.body().text() : log.eventName().toString();
    String masked = LogMask.mask(text);
    lines
        .drawer(new SpanCutter.Node(identity.environment(), identity.service()), atMs)
        .count(atMs, log.severityNumber(), masked);
    symptoms.present(identity, atMs);
    symptoms.log(identity, log, masked, atMs);
    if (GenAiReader.isEvaluation(log)) {
      events.add(GenAiReader.ofLog(identity, log));
    }
  }

  void flush(Consumer<SignalBatch> batches) {
    lines.forEach(
        (place, counter) ->
            batches.accept(
                new SignalBatch(
                    BatchKind.LOGS,
                    place.group().environment(),
                    place.group().service(),
                    "",
                    place.tickMs(),
                    counter.latestMs,
                    counter.records,
                    LogLines.encode(counter.lines(place.tickMs())))));
    events.forEach(event -> batches.accept(GenAiReader.batch(event)));
  }

  /** Log records of one service and tick, counted by severity and masked text. */
  private static final class LineCounter {
    private final Map<String, Map<Integer, Long>> counts = new TreeMap<>();
    private long latestMs = Long.MIN_VALUE;
    private int records;

    void count(long atMs, int severity, String text) {
      counts.computeIfAbsent(text, missing -> new TreeMap<>()).merge(severity, 1L, Long::sum);
      latestMs = Math.max(latestMs, atMs);
      records++;
    }

    List<LogLine> lines(long tickMs) {
      List<LogLine> all = new ArrayList<>();
      counts.forEach(
          (text, bySeverity) ->
              bySeverity.forEach(
                  (severity, count) -> all.add(new LogLine(tickMs, severity, text, count))));
      return all;
    }
  }
}
