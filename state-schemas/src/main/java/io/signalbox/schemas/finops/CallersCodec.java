// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.anomalies.Callers;
import java.util.ArrayList;
import java.util.List;

/** Bytes of who made the calls of a subject. Version 1. */
public final class CallersCodec {
  private static final int VERSION = 1;

  private CallersCodec() {}

  /** The bytes. */
  public static byte[] write(Callers callers) {
    LedgerWriter out = new LedgerWriter().put(VERSION).count(callers.callers.size());
    callers.callers.forEach(
        (caller, calls) ->
            write(caller, out).signed(calls.hourMs()).count(calls.calls()).count(calls.before()));
    out.count(callers.told.size());
    callers.told.forEach(
        (id, concerned) -> {
          out.text(id).count(concerned.size());
          concerned.forEach(caller -> write(caller, out));
        });
    return out.toBytes();
  }

  private static LedgerWriter write(Callers.Caller caller, LedgerWriter out) {
    return out.text(caller.environment()).text(caller.service());
  }

  /** What such bytes say. */
  public static Callers read(byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, VERSION);
    Callers callers = new Callers();
    for (int left = in.length(); left > 0; left--) {
      callers.callers.put(caller(in), new Callers.Calls(in.signed(), in.count(), in.count()));
    }
    for (int left = in.length(); left > 0; left--) {
      String id = in.text();
      List<Callers.Caller> concerned = new ArrayList<>();
      for (int more = in.length(); more > 0; more--) {
        concerned.add(caller(in));
      }
      callers.told.put(id, concerned);
    }
    return callers;
  }

  private static Callers.Caller caller(LedgerReader in) {
    return new Callers.Caller(in.text(), in.text());
  }
}
