// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.EdgeCell;
import io.signalbox.analytics.signals.EdgeJoin;
import io.signalbox.analytics.signals.EdgeJoinSettings;
import io.signalbox.analytics.signals.PendingCall;
import io.signalbox.analytics.signals.PendingCall.CallKey;
import io.signalbox.analytics.signals.SpanHalf;
import java.util.ArrayList;
import java.util.List;

/** The calls of one trace bucket that wait for their answers. */
public final class EdgeJoinCodec {
  private static final int VERSION = 1;

  private EdgeJoinCodec() {}

  /** The bytes of a join; the same for joins that would go on alike. */
  public static byte[] write(EdgeJoin join) {
    FlatWriter out = new FlatWriter(VERSION);
    out.signed(join.lastTickMs()).count(join.orphans()).count(join.evicted());
    EdgeCellCodec.write(out, join.counted());
    List<PendingCall> waiting = join.waiting();
    out.count(waiting.size());
    waiting.forEach(call -> write(out, call));
    return out.toBytes();
  }

  /**
   * The join that was written.
   *
   * @param settings may differ from those it was written under; what waits keeps its time
   * @throws IllegalArgumentException for bytes that no one wrote
   */
  public static EdgeJoin read(byte[] bytes, EdgeJoinSettings settings) {
    FlatReader in = new FlatReader(bytes, VERSION);
    long lastTickMs = in.signed();
    long orphans = in.count();
    long evicted = in.count();
    List<EdgeCell> counted = EdgeCellCodec.read(in);
    int size = in.length();
    List<PendingCall> waiting = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      waiting.add(readCall(in));
    }
    EdgeJoin join = new EdgeJoin(settings);
    join.restore(waiting, counted, lastTickMs, orphans, evicted);
    return join;
  }

  private static void write(FlatWriter out, PendingCall call) {
    SpanHalf client = call.client;
    out.signed(call.dueMs).flag(client != null);
    if (client != null) {
      SpanHalfCodec.write(out, client);
    } else {
      out.fixed(call.key.traceHi()).fixed(call.key.traceLo()).fixed(call.key.callId());
    }
    out.count(call.answers.size());
    call.answers.forEach((service, durationUs) -> out.text(service).signed(durationUs));
  }

  private static PendingCall readCall(FlatReader in) {
    long dueMs = in.signed();
    SpanHalf client = in.flag() ? SpanHalfCodec.read(in) : null;
    CallKey key =
        client != null ? CallKey.of(client) : new CallKey(in.fixed(), in.fixed(), in.fixed());
    PendingCall call = new PendingCall(key);
    call.dueMs = dueMs;
    call.client = client;
    int answers = in.length();
    for (int i = 0; i < answers; i++) {
      call.answers.put(in.text(), in.signed());
    }
    return call;
  }
}
