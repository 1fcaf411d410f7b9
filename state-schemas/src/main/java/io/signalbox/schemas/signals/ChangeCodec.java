// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.Change;

/** Changes as flat bytes, without what they say of themselves. */
public final class ChangeCodec {
  private static final int VERSION = 1;

  private ChangeCodec() {}

  /** The bytes of a change, its version first. */
  public static byte[] encode(Change change) {
    FlatWriter out = new FlatWriter(VERSION);
    write(out, change);
    return out.toBytes();
  }

  /**
   * The change in bytes.
   *
   * @throws IllegalArgumentException for bytes of another version
   */
  public static Change decode(byte[] bytes) {
    return read(new FlatReader(bytes, VERSION));
  }

  /** Writes a change as part of something. */
  public static void write(FlatWriter out, Change change) {
    out.text(change.id());
    FlatFields.write(out, change.at());
    out.text(change.environment()).text(change.service()).text(change.kind());
    FlatFields.writeOptional(out, change.version(), FlatWriter::text);
    FlatFields.writeOptional(out, change.previousVersion(), FlatWriter::text);
    out.text(change.source()).flag(change.inferred());
  }

  /** Reads a change as part of something. */
  public static Change read(FlatReader in) {
    return new Change(
        in.text(),
        FlatFields.instant(in),
        in.text(),
        in.text(),
        in.text(),
        FlatFields.optional(in, FlatReader::text),
        FlatFields.optional(in, FlatReader::text),
        in.text(),
        null,
        in.flag());
  }
}
