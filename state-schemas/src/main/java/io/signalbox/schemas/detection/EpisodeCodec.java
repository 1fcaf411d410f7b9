// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.detection.KindCode;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;

/** Episodes as flat bytes. */
public final class EpisodeCodec {
  private static final int VERSION = 1;

  private EpisodeCodec() {}

  /** The bytes of an episode, its version first. */
  public static byte[] encode(Episode episode) {
    FlatWriter out = new FlatWriter(VERSION);
    write(out, episode);
    return out.toBytes();
  }

  /**
   * The episode in bytes.
   *
   * @throws IllegalArgumentException for bytes of another version
   */
  public static Episode decode(byte[] bytes) {
    return read(new FlatReader(bytes, VERSION));
  }

  /** Writes an episode as part of something. */
  public static void write(FlatWriter out, Episode episode) {
    out.text(episode.id()).count(episode.revision());
    FlatFields.write(out, episode.status());
    out.text(episode.environment()).text(episode.service()).count(KindCode.of(episode.kind()));
    out.text(episode.subject());
    FlatFields.writeOptional(out, episode.peer(), FlatWriter::text);
    FlatFields.write(out, episode.startedAt());
    FlatFields.write(out, episode.updatedAt());
    FlatFields.writeOptional(out, episode.endedAt(), FlatFields::write);
    out.real(episode.score()).real(episode.pValue()).real(episode.value());
    out.real(episode.expected()).real(episode.lower()).real(episode.upper());
    out.count(episode.support()).text(episode.reason());
  }

  /** Reads an episode as part of something. */
  public static Episode read(FlatReader in) {
    return new Episode(
        in.text(),
        (int) in.count(),
        FlatFields.constant(in, EpisodeStatus.class),
        in.text(),
        in.text(),
        KindCode.kind((int) in.count()),
        in.text(),
        FlatFields.optional(in, FlatReader::text),
        FlatFields.instant(in),
        FlatFields.instant(in),
        FlatFields.optional(in, FlatFields::instant),
        in.real(),
        in.real(),
        in.real(),
        in.real(),
        in.real(),
        in.real(),
        in.count(),
        in.text());
  }
}
