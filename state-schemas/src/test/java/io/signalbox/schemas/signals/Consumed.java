// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** Reads a request and asks the views for everything they can tell, lazily decoded or not. */
final class Consumed implements MetricVisitor, SpanVisitor, LogVisitor {
  private final OtlpReader reader = new OtlpReader();
  private final IdentityReader identities = new IdentityReader();
  private final PeerReader peers = new PeerReader();
  long items;

  void read(SignalKind kind, byte[] bytes) throws MalformedTelemetry {
    switch (kind) {
      case METRICS -> reader.readMetrics(bytes, 0, bytes.length, this);
      case TRACES -> reader.readTraces(bytes, 0, bytes.length, this);
      default -> reader.readLogs(bytes, 0, bytes.length, this);
    }
  }

  @Override
  public void resource(ResourceView resource) {
    attributes(resource.attributes());
    identities.of(resource);
  }

  @Override
  public void point(MetricPointView point) {
    item(point);
    items += point.metric().name().toString().length() + point.seriesHash();
    TelemetryContract.refuse(point);
  }

  @Override
  public void span(SpanView span) {
    item(span);
    items += peers.peerOf(span).length();
    TelemetryContract.refuse(span);
  }

  @Override
  public void event(SpanView span, SpanEventView event) {
    attributes(event.attributes());
  }

  @Override
  public void log(LogView log) {
    item(log);
    items += log.body().text().length();
    TelemetryContract.refuse(log);
  }

  private void item(ItemView item) {
    items += item.copyBytes().length + identities.of(item).service().length();
    attributes(item.attributes());
  }

  private void attributes(AttributesView attributes) {
    items += attributes.hash();
    for (int i = 0; i < attributes.size(); i++) {
      items += attributes.key(i).length() + attributes.text(i).length();
    }
  }
}
