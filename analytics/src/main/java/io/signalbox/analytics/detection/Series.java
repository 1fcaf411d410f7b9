// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.nio.charset.StandardCharsets;

/** Everything known about one series, taken out of its row or about to become one. */
public final class Series {
  /** Identity within the shard. */
  public final long id;

  /** What its episodes are about. */
  public final EpisodeKind kind;

  /** Subject of its episodes in UTF-8. */
  public final byte[] label;

  public final SumReader reader = new SumReader();

  /** State of its {@link SeriesDetector}. */
  public final byte[] detector = new byte[SeriesDetector.BYTES];

  public final EpisodeGate gate = new EpisodeGate();

  /** A series of which nothing else is known. */
  public Series(long id, EpisodeKind kind, byte[] label) {
    this.id = id;
    this.kind = kind;
    this.label = label;
  }

  static Series labelled(long id, EpisodeKind kind, String label) {
    return new Series(id, kind, label.getBytes(StandardCharsets.UTF_8));
  }

  /** Subject of its episodes: label of a metric, operation, ... */
  public String label() {
    return new String(label, StandardCharsets.UTF_8);
  }
}
