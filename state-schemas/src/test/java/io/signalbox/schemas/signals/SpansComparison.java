// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Holds every span and span event that is shown against the library's, in lock step. */
final class SpansComparison implements SpanVisitor {
  private record Item(int group, Span span) {}

  private final Deque<List<KeyValue>> resources = new ArrayDeque<>();
  private final Deque<Item> expected = new ArrayDeque<>();
  private final Deque<Span.Event> expectedEvents = new ArrayDeque<>();
  private int groups;
  int compared;

  SpansComparison(ExportTraceServiceRequest request) {
    for (var group : request.getResourceSpansList()) {
      resources.add(group.getResource().getAttributesList());
      for (var scope : group.getScopeSpansList()) {
        for (Span span : scope.getSpansList()) {
          expected.add(new Item(resources.size(), span));
        }
      }
    }
  }

  void finish() {
    assertEquals(0, resources.size(), "resources not shown");
    assertEquals(0, expected.size(), "spans not shown");
    assertEquals(0, expectedEvents.size(), "events not shown");
  }

  @Override
  public void resource(ResourceView shown) {
    groups++;
    Expected.attributes(resources.remove(), shown.attributes());
  }

  @Override
  public void span(SpanView shown) {
    assertFalse(expected.isEmpty(), "a span that is not there");
    assertEquals(0, expectedEvents.size(), "events not shown");
    Item item = expected.remove();
    Span span = item.span;
    compared++;
    expectedEvents.addAll(span.getEventsList());
    assertEquals(item.group, groups);
    Expected.attributes(span.getAttributesList(), shown.attributes());
    Expected.traceId(span.getTraceId(), shown.hasTraceId(), shown.traceIdHi(), shown.traceIdLo());
    Expected.spanId(span.getSpanId(), shown.spanId());
    assertEquals(shown.spanId() != 0, shown.hasSpanId());
    Expected.spanId(span.getParentSpanId(), shown.parentSpanId());
    assertEquals(shown.parentSpanId() != 0, shown.hasParent());
    assertEquals(span.getName(), shown.name().toString());
    assertEquals(span.getKindValue(), shown.kind());
    assertEquals(span.getStartTimeUnixNano(), shown.startUnixNano());
    assertEquals(span.getEndTimeUnixNano(), shown.endUnixNano());
    assertEquals(span.getStatus().getCodeValue(), shown.statusCode());
  }

  @Override
  public void event(SpanView span, SpanEventView shown) {
    Span.Event event = expectedEvents.remove();
    assertEquals(event.getName(), shown.name().toString());
    assertEquals(event.getTimeUnixNano(), shown.timeUnixNano());
    Expected.attributes(event.getAttributesList(), shown.attributes());
  }
}
