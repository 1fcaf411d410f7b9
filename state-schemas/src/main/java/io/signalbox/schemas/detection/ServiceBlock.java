// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.Direction;
import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.RequestWatch;
import io.signalbox.analytics.detection.SeriesJudge;
import io.signalbox.analytics.detection.SeriesTable;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.ShardKey;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of a service, or of one of its instances: its series, and what it answers
 * and says. Bytes, big-endian: version 2, time of the last sweep (8), when the requests want to be
 * woken (8), length of their block (4), that block, the block of the series. Version 3 is that of a
 * service some series of which were spoken of: length (4) and block of what was said come before
 * the block of the series. Version 1 had sweep, length of the series' block, that block and the
 * block of the requests.
 *
 * <p>The block of the requests stays bytes until it is needed: instances have none, and a service
 * that only sends metrics needs it once a tick to say so.
 */
public final class ServiceBlock {
  private static final byte VERSION = 2;
  private static final byte TOLD = 3;
  private static final byte TOLD_LAYOUT = 1;
  private static final int HEADER = 1 + 2 * Long.BYTES + Integer.BYTES;
  private static final long DAY_MS = 86_400_000;
  private static final long SWEEP_MS = 3_600_000;
  private static final byte[] NOTHING = {};

  private final ShardKey key;
  private final SeriesTable series;
  private byte[] storedRequests;
  private @Nullable RequestWatch requests;

  /** When the stored requests want to be woken. */
  private long storedWakeMs;

  /** When series that have fallen silent were last looked for; 0 before the first fold. */
  private long sweptMs;

  private ServiceBlock(
      ShardKey key, SeriesTable series, byte[] storedRequests, long storedWakeMs, long sweptMs) {
    this.key = key;
    this.series = series;
    this.storedRequests = storedRequests;
    this.storedWakeMs = storedWakeMs;
    this.sweptMs = sweptMs;
  }

  /** Nothing known yet. */
  public static ServiceBlock fresh(ShardKey key, SeriesJudge judge) {
    return new ServiceBlock(key, new SeriesTable(judge), NOTHING, Long.MAX_VALUE, 0);
  }

  /**
   * As it was when its bytes were written.
   *
   * @throws IllegalArgumentException on an unknown version or bytes that do not add up
   */
  public static ServiceBlock decode(ShardKey key, SeriesJudge judge, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    switch (bytes[0]) {
      case 1 -> {
        long swept = in.getLong();
        SeriesTable table = SeriesTableCodec.decode(take(in, in.getInt()), judge);
        ServiceBlock block =
            new ServiceBlock(key, table, take(in, in.remaining()), Long.MIN_VALUE, swept);
        block.storedWakeMs = block.requests().nextWakeMs();
        return block;
      }
      case VERSION, TOLD -> {
        long swept = in.getLong();
        long wake = in.getLong();
        byte[] watch = take(in, in.getInt());
        byte[] told = bytes[0] == TOLD ? take(in, in.getInt()) : NOTHING;
        SeriesTable table = SeriesTableCodec.decode(take(in, in.remaining()), judge);
        if (told.length > 0) {
          readTold(table, told);
        }
        return new ServiceBlock(key, table, watch, wake, swept);
      }
      default -> throw new IllegalArgumentException("service block of version " + bytes[0]);
    }
  }

  private static void readTold(SeriesTable table, byte[] told) {
    FieldReader reader = new FieldReader(told);
    if (reader.version() != TOLD_LAYOUT) {
      throw new IllegalArgumentException("version " + reader.version() + " of feedback");
    }
    table.walkTold(reader);
    if (reader.left() != 0) {
      throw new IllegalArgumentException(reader.left() + " bytes after feedback");
    }
  }

  private byte[] told() {
    FieldWriter writer = new FieldWriter(TOLD_LAYOUT);
    series.walkTold(writer);
    byte[] said = writer.bytes();
    return ByteBuffer.allocate(Integer.BYTES + said.length).putInt(said.length).put(said).array();
  }

  private static byte[] take(ByteBuffer in, int length) {
    byte[] taken = length == 0 ? NOTHING : new byte[length];
    in.get(taken);
    return taken;
  }

  /** Its bytes. */
  public byte[] encode() {
    byte[][] parts = parts();
    return ByteBuffer.allocate(parts[0].length + parts[1].length)
        .put(parts[0])
        .put(parts[1])
        .array();
  }

  /** Its bytes in two parts, the second not a copy: it changes with the series. */
  public byte[][] parts() {
    byte[] watch = requests == null ? storedRequests : RequestWatchCodec.encode(requests);
    byte[] told = series.isTold() ? told() : NOTHING;
    byte[] head =
        ByteBuffer.allocate(HEADER + watch.length + told.length)
            .put(series.isTold() ? TOLD : VERSION)
            .putLong(sweptMs)
            .putLong(requestsWakeMs())
            .putInt(watch.length)
            .put(watch)
            .put(told)
            .array();
    return new byte[][] {head, SeriesTableCodec.block(series)};
  }

  /** Bytes it holds in memory: exact for the series, for the requests as last stored. */
  public long bytes() {
    return (long) HEADER + series.block().length + storedRequests.length;
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
    if (requests == null) {
      requests =
          storedRequests.length == 0
              ? new RequestWatch(key.environment(), key.service())
              : RequestWatchCodec.decode(key.environment(), key.service(), storedRequests);
    }
    return requests;
  }

  private long requestsWakeMs() {
    return requests == null ? storedWakeMs : requests.nextWakeMs();
  }

  /** Does what is due by an event time. */
  public void advance(long nowMs, Consumer<Episode> episodes, Consumer<Change> changes) {
    if (requestsWakeMs() <= nowMs) {
      requests()
          .advance(
              nowMs,
              (id, kind, subject, atMs, value, support) ->
                  series.observe(
                      id, kind, subject, key, atMs, value, support, directionOf(kind), episodes),
              episodes,
              series.told(),
              changes);
    }
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
    return Math.min(requestsWakeMs(), nextSweepMs());
  }

  /** Each full hour of event time. */
  private long nextSweepMs() {
    return series.size() == 0 ? Long.MAX_VALUE : (Math.floorDiv(sweptMs, SWEEP_MS) + 1) * SWEEP_MS;
  }

  /** True when nothing is known any more. */
  public boolean forgotten() {
    return series.size() == 0 && !series.isTold() && requestsWakeMs() == Long.MAX_VALUE;
  }
}
