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
import io.signalbox.schemas.detection.ServiceWatchCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /**
   * What feedback makes of the statements about a service as a whole, if anything.
   *
   * @param key whose block it is
   * @param block as a service watch encodes itself
   */
  static Optional<ServiceBudget> budget(ShardKey key, byte[] block) {
    var watch = ServiceWatchCodec.decode(key.environment(), key.service(), block);
    return Optional.ofNullable(watch.effect())
        .map(effect -> new ServiceBudget(key.environment(), key.service(), effect));
  }
}
