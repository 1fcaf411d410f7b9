// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.Direction;
import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.RequestWatch;
import io.signalbox.analytics.detection.SeriesSettings;
import io.signalbox.analytics.detection.SeriesTable;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.ShardKey;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * All that is remembered of a service, or of one of its instances: its series, and what it answers
 * and says. Bytes: version 1, time of the last sweep (8, big endian), length of the series' block
 * (4), that block, the block of the requests.
 */
public final class ServiceBlock {
  private static final byte VERSION = 1;
  private static final int HEADER = 1 + Long.BYTES + Integer.BYTES;
  private static final long DAY_MS = 86_400_000;
  private static final long SWEEP_MS = 3_600_000;

  private final ShardKey key;
  private final SeriesTable series;
  private final RequestWatch requests;

  /** When series that have fallen silent were last looked for; 0 before the first fold. */
  private long sweptMs;

  private ServiceBlock(ShardKey key, SeriesTable series, RequestWatch requests, long sweptMs) {
    this.key = key;
    this.sweptMs = sweptMs;
    this.series = series;
    this.requests = requests;
  }

  /** Nothing known yet. */
  public static ServiceBlock fresh(ShardKey key, SeriesSettings settings) {
    return new ServiceBlock(
        key, new SeriesTable(settings), new RequestWatch(key.environment(), key.service()), 0);
  }

  /**
   * As it was when its bytes were written.
   *
   * @throws IllegalArgumentException on an unknown version or bytes that do not add up
   */
  public static ServiceBlock decode(ShardKey key, SeriesSettings settings, byte[] bytes) {
    if (bytes[0] != VERSION) {
      throw new IllegalArgumentException("service block of version " + bytes[0]);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    long sweptMs = in.getLong();
    byte[] table = new byte[in.getInt()];
    in.get(table);
    byte[] watch = new byte[in.remaining()];
    in.get(watch);
    return new ServiceBlock(
        key,
        SeriesTableCodec.decode(table, settings),
        RequestWatchCodec.decode(key.environment(), key.service(), watch),
        sweptMs);
  }

  /** Its bytes. */
  public byte[] encode() {
    byte[] table = SeriesTableCodec.encode(series);
    byte[] watch = RequestWatchCodec.encode(requests);
    return ByteBuffer.allocate(HEADER + table.length + watch.length)
        .put(VERSION)
        .putLong(sweptMs)
        .putInt(table.length)
        .put(table)
        .put(watch)
        .array();
  }

  /** Whose it is. */
  public ShardKey key() {
    return key;
  }

  /** Its series. */
  public SeriesTable series() {
    return series;
  }

  /** What it answers and says. */
  public RequestWatch requests() {
    return requests;
  }

  /** Does what is due by an event time. */
  public void advance(long nowMs, Consumer<Episode> episodes, Consumer<Change> changes) {
    requests.advance(
        nowMs,
        (id, kind, subject, atMs, value, support) ->
            series.observe(
                id, kind, subject, key, atMs, value, support, directionOf(kind), episodes),
        episodes,
        changes);
    sweptMs = sweptMs == 0 ? nowMs : sweptMs;
    while (nextSweepMs() <= nowMs) {
      sweptMs = nextSweepMs();
      series.expire(sweptMs, DAY_MS, key, episodes);
    }
  }

  private static Direction directionOf(EpisodeKind kind) {
    return kind == EpisodeKind.DURATION ? Direction.UP : Direction.BOTH;
  }

  /** When {@link #advance} is wanted next. */
  public long nextWakeMs() {
    return Math.min(requests.nextWakeMs(), nextSweepMs());
  }

  /** Each full hour of event time. */
  private long nextSweepMs() {
    return series.size() == 0 ? Long.MAX_VALUE : (Math.floorDiv(sweptMs, SWEEP_MS) + 1) * SWEEP_MS;
  }

  /** True when nothing is known any more. */
  public boolean forgotten() {
    return series.size() == 0 && requests.nextWakeMs() == Long.MAX_VALUE;
  }
}
