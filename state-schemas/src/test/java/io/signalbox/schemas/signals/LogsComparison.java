// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Holds every log record that is shown against the library's, in lock step. */
final class LogsComparison implements LogVisitor {
  private record Item(int group, LogRecord log) {}

  private final Deque<List<KeyValue>> resources = new ArrayDeque<>();
  private final Deque<Item> expected = new ArrayDeque<>();
  private int groups;
  int compared;

  LogsComparison(ExportLogsServiceRequest request) {
    for (var group : request.getResourceLogsList()) {
      resources.add(group.getResource().getAttributesList());
      for (var scope : group.getScopeLogsList()) {
        for (LogRecord log : scope.getLogRecordsList()) {
          expected.add(new Item(resources.size(), log));
        }
      }
    }
  }

  void finish() {
    assertEquals(0, resources.size(), "resources not shown");
    assertEquals(0, expected.size(), "log records not shown");
  }

  @Override
  public void resource(ResourceView shown) {
    groups++;
    Expected.attributes(resources.remove(), shown.attributes());
  }

  @Override
  public void log(LogView shown) {
    assertFalse(expected.isEmpty(), "a log record that is not there");
    Item item = expected.remove();
    LogRecord log = item.log;
    compared++;
    assertEquals(item.group, groups);
    Expected.attributes(log.getAttributesList(), shown.attributes());
    Expected.value(log.getBody(), shown.body());
    Expected.traceId(log.getTraceId(), shown.hasTraceId(), shown.traceIdHi(), shown.traceIdLo());
    Expected.spanId(log.getSpanId(), shown.spanId());
    assertEquals(log.getTimeUnixNano(), shown.timeUnixNano());
    assertEquals(log.getObservedTimeUnixNano(), shown.observedUnixNano());
    assertEquals(log.getSeverityNumberValue(), shown.severityNumber());
    assertEquals(log.getSeverityText(), shown.severityText().toString());
    assertEquals(log.getEventName(), shown.eventName().toString());
  }
}
