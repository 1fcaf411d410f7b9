// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.Change;

/** Changes as flat bytes. */
public final class ChangeCodec {
  /** 1: without what a change says of itself; 2: with it. */
  private static final int VERSION = 2;

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
   * @throws IllegalArgumentException for bytes of a version that is not known
   */
  public static Change decode(byte[] bytes) {
    FlatReader in = new FlatReader(bytes, 1, VERSION);
    return read(in, in.version() > 1);
  }

  /** Writes a change as part of something. */
  public static void write(FlatWriter out, Change change) {
    out.text(change.id());
    FlatFields.write(out, change.at());
    out.text(change.environment()).text(change.service()).text(change.kind());
    FlatFields.writeOptional(out, change.version(), FlatWriter::text);
    FlatFields.writeOptional(out, change.previousVersion(), FlatWriter::text);
    out.text(change.source()).flag(change.inferred());
    FlatFields.writeOptional(out, change.description(), FlatWriter::text);
  }

  /**
   * Reads a change as part of something.
   *
   * @param described whether it was written with what it says of itself
   */
  public static Change read(FlatReader in, boolean described) {
    Change change =
        new Change(
            in.text(),
            FlatFields.instant(in),
            in.text(),
            in.text(),
            in.text(),
            FlatFields.optional(in, FlatReader::text),
            FlatFields.optional(in, FlatReader::text),
            in.text(),
            in.flag());
    return described ? change.with(FlatFields.optional(in, FlatReader::text)) : change;
  }
}
