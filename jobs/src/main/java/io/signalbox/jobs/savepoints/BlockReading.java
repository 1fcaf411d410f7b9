// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.savepoints;

import io.signalbox.analytics.detection.EpisodeGate;
import io.signalbox.analytics.detection.KnownSeries;
import io.signalbox.analytics.detection.Series;
import io.signalbox.analytics.detection.SeriesJudge;
import io.signalbox.analytics.detection.SeriesSettings;
import io.signalbox.analytics.detection.SeriesTable;
import io.signalbox.analytics.signals.ShardKey;
import io.signalbox.schemas.detection.ServiceBlock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the block of a service for people: the one place here that knows how it is laid out. */
final class BlockReading {
  private static final SeriesJudge JUDGE = new SeriesJudge(SeriesSettings.defaults());

  private BlockReading() {}

  /**
   * Every series of a block, in the order of the block.
   *
   * @param key whose block it is
   * @param block as a service block encodes itself, of any version that this build can read
   */
  static List<SeriesBaseline> of(ShardKey key, byte[] block) {
    SeriesTable table = ServiceBlock.decode(key, JUDGE, block).series();
    List<SeriesBaseline> all = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      all.add(of(key, table, table.row(i)));
    }
    return all;
  }

  private static SeriesBaseline of(ShardKey key, SeriesTable table, Series series) {
    KnownSeries known = KnownSeries.of(series.detector, 0);
    EpisodeGate gate = series.gate;
    return new SeriesBaseline(
        key.environment(),
        key.service(),
        key.instance(),
        series.kind,
        series.label(),
        known.values(),
        Instant.ofEpochMilli(known.lastMs()),
        known.last(),
        known.expected(),
        known.lower(),
        known.upper(),
        gate.isOpen() ? Instant.ofEpochMilli(gate.startedAtMs) : null,
        gate.isOpen() ? gate.worstP : null,
        table.effectOn(key, series.label()));
  }
}
