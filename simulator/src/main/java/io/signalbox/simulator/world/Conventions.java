// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

import io.signalbox.schemas.signals.OtlpWriter;
import io.signalbox.schemas.signals.ProtoWriter;

/**
 * The attributes that never change from span to span, encoded once, by OpenTelemetry's semantic
 * conventions 1.39 (HTTP, gRPC, databases, Kubernetes).
 */
public final class Conventions {
  /** Schema that resources and spans follow. */
  public static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.39.0";

  private static final int SPAN_ATTRIBUTES = 9;
  private static final int PORT = 8080;

  private Conventions() {}

  static byte[] server(String service, Protocol protocol, String operation) {
    ProtoWriter out = new ProtoWriter(256);
    if (protocol == Protocol.GRPC) {
      grpc(out, operation);
    } else {
      int space = operation.indexOf(' ');
      span(out, "http.request.method", operation.substring(0, space));
      span(out, "http.route", operation.substring(space + 1));
      span(out, "url.scheme", "http");
      span(out, "network.protocol.version", "1.1");
    }
    address(out, service, PORT);
    return out.toBytes();
  }

  static byte[] client(Operation callee) {
    ProtoWriter out = new ProtoWriter(256);
    String operation = callee.name();
    String service = callee.service().name();
    if (callee.protocol() == Protocol.GRPC) {
      grpc(out, operation);
    } else {
      int space = operation.indexOf(' ');
      span(out, "http.request.method", operation.substring(0, space));
      span(out, "url.full", "http://" + service + ":" + PORT + operation.substring(space + 1));
    }
    address(out, service, PORT);
    span(out, "peer.service", service);
    return out.toBytes();
  }

  static byte[] database(Peer peer, String namespace, String summary) {
    ProtoWriter out = new ProtoWriter(256);
    span(out, "db.system.name", peer.system());
    span(out, "db.namespace", namespace);
    span(out, "db.query.summary", summary);
    int space = summary.indexOf(' ');
    span(out, "db.operation.name", space < 0 ? summary : summary.substring(0, space));
    if (space >= 0) {
      span(out, "db.collection.name", summary.substring(space + 1));
    }
    address(out, peer.name(), peer.port());
    span(out, "peer.service", peer.name());
    return out.toBytes();
  }

  static byte[] external(Peer peer, String route) {
    ProtoWriter out = new ProtoWriter(256);
    span(out, "http.request.method", "POST");
    span(out, "url.full", "https://" + peer.name() + route);
    address(out, peer.name(), peer.port());
    return out.toBytes();
  }

  /** Name of a client span by its protocol. */
  public static String clientName(Operation callee) {
    String name = callee.name();
    return callee.protocol() == Protocol.GRPC ? name : name.substring(0, name.indexOf(' '));
  }

  private static void grpc(ProtoWriter out, String method) {
    span(out, "rpc.system.name", "grpc");
    span(out, "rpc.method", method);
  }

  private static void address(ProtoWriter out, String host, long port) {
    span(out, "server.address", host);
    OtlpWriter.attribute(out, SPAN_ATTRIBUTES, "server.port", port);
  }

  private static void span(ProtoWriter out, String key, String value) {
    OtlpWriter.attribute(out, SPAN_ATTRIBUTES, key, value);
  }
}
