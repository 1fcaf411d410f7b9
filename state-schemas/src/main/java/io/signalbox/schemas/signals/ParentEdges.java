// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which service calls which, told by spans whose parent is a span of another service. */
final class ParentEdges {
  private final Map<Long, String> serviceOfSpan = new HashMap<>();
  private final List<Child> children = new ArrayList<>();

  private record Child(long parent, String service) {}

  private record Edge(String caller, String callee) {}

  void add(SpanView span, String service) {
    if (span.hasTraceId() && span.hasSpanId()) {
      serviceOfSpan.put(key(span, span.spanId()), service);
      if (span.hasParent()) {
        children.add(new Child(key(span, span.parentSpanId()), service));
      }
    }
  }

  private static long key(SpanView span, long spanId) {
    return Hash64.pair(Hash64.pair(span.traceIdHi(), span.traceIdLo()), spanId);
  }

  /** Pairs of different services. */
  int count() {
    Set<Edge> edges = new HashSet<>();
    for (Child child : children) {
      String caller = serviceOfSpan.get(child.parent);
      if (caller != null && !caller.equals(child.service)) {
        edges.add(new Edge(caller, child.service));
      }
    }
    return edges.size();
  }
}
