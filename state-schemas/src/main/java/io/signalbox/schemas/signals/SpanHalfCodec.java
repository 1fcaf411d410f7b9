// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.SpanHalf;
import java.util.ArrayList;
import java.util.List;

/** A list of span halves as one payload. */
public final class SpanHalfCodec {
  private static final int VERSION = 1;
  private static final int CLIENT = 1;
  private static final int ERROR = 2;

  private SpanHalfCodec() {}

  /** The bytes of a list, in its order. */
  public static byte[] write(List<SpanHalf> halves) {
    FlatWriter out = new FlatWriter(VERSION).count(halves.size());
    halves.forEach(half -> write(out, half));
    return out.toBytes();
  }

  /**
   * The list that was written.
   *
   * @throws IllegalArgumentException for bytes that no one wrote
   */
  public static List<SpanHalf> read(byte[] bytes) {
    FlatReader in = new FlatReader(bytes, VERSION);
    int size = in.length();
    List<SpanHalf> halves = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      halves.add(read(in));
    }
    return halves;
  }

  static void write(FlatWriter out, SpanHalf half) {
    out.fixed(half.traceHi()).fixed(half.traceLo()).fixed(half.callId());
    out.count((half.client() ? CLIENT : 0) | (half.error() ? ERROR : 0));
    out.text(half.environment()).text(half.service()).text(half.operation()).text(half.peer());
    out.signed(half.endMs()).signed(half.durationUs());
  }

  static SpanHalf read(FlatReader in) {
    long traceHi = in.fixed();
    long traceLo = in.fixed();
    long callId = in.fixed();
    long flags = in.count();
    return new SpanHalf(
        traceHi,
        traceLo,
        callId,
        (flags & CLIENT) != 0,
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.signed(),
        in.signed(),
        (flags & ERROR) != 0);
  }
}
