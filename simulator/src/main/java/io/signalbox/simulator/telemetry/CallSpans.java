// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import io.signalbox.simulator.world.Conventions;
import io.signalbox.simulator.world.Failure;
import io.signalbox.simulator.world.Operation;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Protocol;
import io.signalbox.simulator.world.Step.PeerCall;
import io.signalbox.simulator.world.Step.ServiceCall;

/** The spans of calls between services and to databases, by the semantic conventions of each. */
final class CallSpans {
  private final SpanWriter spans;

  CallSpans(SpanWriter spans) {
    this.spans = spans;
  }

  void server(
      Operation operation, Pod pod, Trip trip, long id, long parent, long start, Outcome outcome) {
    spans
        .begin(pod, trip, id, parent, operation.name(), SpanWriter.SERVER, start, outcome.endNs())
        .all(operation.attributes());
    status(operation.protocol(), outcome.failure());
    spans.end(pod, trip, outcome.endNs(), outcome.failure().failed(), "");
  }

  void client(
      ServiceCall call,
      Pod pod,
      Trip trip,
      long id,
      long parent,
      long start,
      int resends,
      Outcome outcome) {
    Operation callee = call.callee();
    String name = Conventions.clientName(callee);
    spans
        .begin(pod, trip, id, parent, name, SpanWriter.CLIENT, start, outcome.endNs())
        .all(call.attributes());
    status(callee.protocol(), outcome.failure());
    if (resends > 0 && callee.protocol() == Protocol.HTTP) {
      spans.with("http.request.resend_count", resends);
    }
    finish(pod, trip, outcome, callee.service().name());
  }

  void query(PeerCall call, Pod pod, Trip trip, long parent, long start, Outcome outcome) {
    spans
        .begin(
            pod, trip, trip.newId(), parent, call.name(), SpanWriter.CLIENT, start, outcome.endNs())
        .all(call.attributes());
    String error = outcome.failure().errorType();
    if (error != null) {
      spans.with("error.type", error);
    }
    finish(pod, trip, outcome, call.peer().name());
  }

  private void finish(Pod pod, Trip trip, Outcome outcome, String peer) {
    Failure failure = outcome.failure();
    String message =
        switch (failure) {
          case TIMEOUT -> "no answer from " + peer + " in time";
          case UNREACHABLE -> peer + " refused the connection";
          case NAMELESS -> "lookup " + peer + ": no such host";
          case UNTRUSTED -> "TLS handshake with " + peer + " failed: certificate has expired";
          default -> "";
        };
    spans.end(pod, trip, outcome.endNs(), failure.failed(), message);
  }

  private void status(Protocol protocol, Failure failure) {
    if (protocol == Protocol.GRPC && !failure.unconnected()) {
      spans.with("rpc.response.status_code", failure.grpcStatus());
    } else if (protocol == Protocol.HTTP && failure.httpStatus() > 0) {
      spans.with("http.response.status_code", failure.httpStatus());
    }
    String error = failure.errorType();
    if (error != null) {
      boolean byStatus = protocol == Protocol.GRPC && !failure.unconnected();
      spans.with("error.type", byStatus ? failure.grpcStatus() : error);
    }
  }
}
