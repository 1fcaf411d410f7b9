// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.nio.charset.StandardCharsets;

/**
 * Everything known about one series. Mutable: a row of a {@link SeriesTable}, and its fields are
 * what a codec stores.
 */
public final class Series {
  /** Identity within the shard. */
  public final long id;

  /** What its episodes are about. */
  public final EpisodeKind kind;

  /** Subject of its episodes in UTF-8, at a place in bytes that other series may share. */
  public final byte[] labels;

  public final int labelFrom;
  public final int labelBytes;

  public final SumReader reader = new SumReader();
  public final Baseline baseline = new Baseline();
  public final EpisodeGate gate = new EpisodeGate();

  /** A series whose label is a range of bytes; the bytes are not copied and must not change. */
  public Series(long id, EpisodeKind kind, byte[] labels, int labelFrom, int labelBytes) {
    this.id = id;
    this.kind = kind;
    this.labels = labels;
    this.labelFrom = labelFrom;
    this.labelBytes = labelBytes;
  }

  static Series labelled(long id, EpisodeKind kind, String label) {
    byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
    return new Series(id, kind, bytes, 0, bytes.length);
  }

  /** Subject of its episodes: label of a metric, operation, ... */
  public String label() {
    return new String(labels, labelFrom, labelBytes, StandardCharsets.UTF_8);
  }
}
