// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.savepoints;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.resource.v1.Resource;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes a world small: what a few of its services say, and the metrics of one instance of each. */
final class FewServices {
  private final Set<String> services;
  private final Map<String, String> firstInstances = new TreeMap<>();

  FewServices(Set<String> services) {
    this.services = services;
  }

  /** The part of a request that these services say; changes are kept whole. */
  Request only(Request request) throws IOException {
    byte[] bytes =
        switch (request.kind()) {
          case METRICS -> metrics(request.bytes());
          case TRACES -> traces(request.bytes());
          case LOGS -> logs(request.bytes());
          case CHANGES, FEEDBACK -> request.bytes();
        };
    return new Request(request.kind(), request.atMs(), bytes);
  }

  private byte[] metrics(byte[] bytes) throws IOException {
    var all = ExportMetricsServiceRequest.parseFrom(bytes).getResourceMetricsList().stream();
    var kept = all.filter(one -> isFirst(one.getResource())).toList();
    return ExportMetricsServiceRequest.newBuilder()
        .addAllResourceMetrics(kept)
        .build()
        .toByteArray();
  }

  private byte[] traces(byte[] bytes) throws IOException {
    var all = ExportTraceServiceRequest.parseFrom(bytes).getResourceSpansList().stream();
    var kept = all.filter(one -> isKnown(one.getResource())).toList();
    return ExportTraceServiceRequest.newBuilder().addAllResourceSpans(kept).build().toByteArray();
  }

  private byte[] logs(byte[] bytes) throws IOException {
    var all = ExportLogsServiceRequest.parseFrom(bytes).getResourceLogsList().stream();
    var kept = all.filter(one -> isKnown(one.getResource())).toList();
    return ExportLogsServiceRequest.newBuilder().addAllResourceLogs(kept).build().toByteArray();
  }

  private boolean isKnown(Resource resource) {
    return services.contains(attribute(resource, "service.name"));
  }

  private boolean isFirst(Resource resource) {
    String instance = attribute(resource, "service.instance.id");
    return isKnown(resource)
        && firstInstances
            .computeIfAbsent(attribute(resource, "service.name"), missing -> instance)
            .equals(instance);
  }

  private static String attribute(Resource resource, String key) {
    return resource.getAttributesList().stream()
        .filter(attribute -> attribute.getKey().equals(key))
        .map(attribute -> attribute.getValue().getStringValue())
        .findFirst()
        .orElse("");
  }
}
