// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.EdgeWindow;

/** Windows of edges as flat bytes. */
public final class EdgeWindowCodec {
  private static final int VERSION = 1;

  private EdgeWindowCodec() {}

  /** The bytes of a window, its version first. */
  public static byte[] encode(EdgeWindow window) {
    FlatWriter out = new FlatWriter(VERSION);
    write(out, window);
    return out.toBytes();
  }

  /**
   * The window in bytes.
   *
   * @throws IllegalArgumentException for bytes of another version
   */
  public static EdgeWindow decode(byte[] bytes) {
    return read(new FlatReader(bytes, VERSION));
  }

  /** Writes a window as part of something. */
  public static void write(FlatWriter out, EdgeWindow window) {
    out.text(window.environment()).text(window.caller()).text(window.callee());
    out.flag(window.calleeSilent());
    FlatFields.write(out, window.startAt());
    FlatFields.write(out, window.endAt());
    out.count(window.calls()).count(window.errors()).count(window.answered());
    out.count(window.durationP50Us()).count(window.durationP99Us());
    out.count(window.wireP50Us()).count(window.wireP99Us());
  }

  /** Reads a window as part of something. */
  public static EdgeWindow read(FlatReader in) {
    return new EdgeWindow(
        in.text(),
        in.text(),
        in.text(),
        in.flag(),
        FlatFields.instant(in),
        FlatFields.instant(in),
        in.count(),
        in.count(),
        in.count(),
        in.count(),
        in.count(),
        in.count(),
        in.count());
  }
}
