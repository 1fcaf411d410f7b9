// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.ShardKey;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What is shuffled: all items of one kind, key and tick that came in one request. Deeply immutable
 * by convention: nobody writes to the payload once it is made.
 *
 * @param kind what the payload holds
 * @param environment deployment environment, empty when none is stated
 * @param service service, or for TRACES the bucket
 * @param instance instance of the service for METRICS, else empty
 * @param tickMs first millisecond of the tick that holds all items, epoch milliseconds
 * @param latestMs greatest event time of the items; for PROGRESS the watermark itself
 * @param count items that the batch stands for
 * @param payload encoded items
 */
@TypeInfo(SignalBatchType.Factory.class)
public record SignalBatch(
    BatchKind kind,
    String environment,
    String service,
    String instance,
    long tickMs,
    long latestMs,
    int count,
    byte[] payload) {

  /** Length of a tick in milliseconds: everything is folded second by second of event time. */
  public static final long TICK_MS = 1000;

  /** Stands between the parts of a key; names that hold one lose it. */
  private static final char SEPARATOR = '\u0001';

  private static final byte[] NOTHING = {};

  /** First millisecond of the tick that holds a time. */
  public static long tickOf(long atMs) {
    return Math.floorDiv(atMs, TICK_MS) * TICK_MS;
  }

  /** Says that no item earlier than this will come from this source any more. */
  public static SignalBatch progress(long watermarkMs) {
    return new SignalBatch(
        BatchKind.PROGRESS, "", "", "", tickOf(watermarkMs), watermarkMs, 0, NOTHING);
  }

  /** The key of the state that these items belong to. */
  public String key() {
    return keyOf(environment, service, instance);
  }

  /** The key of a service's or an instance's state. */
  public static String keyOf(String environment, String service, String instance) {
    return clean(environment) + SEPARATOR + clean(service) + SEPARATOR + clean(instance);
  }

  private static String clean(String name) {
    return name.indexOf(SEPARATOR) < 0 ? name : name.replace(SEPARATOR, ' ');
  }

  /** What a key says. */
  public static ShardKey shardOf(String key) {
    int first = key.indexOf(SEPARATOR);
    int second = key.indexOf(SEPARATOR, first + 1);
    return new ShardKey(
        key.substring(0, first), key.substring(first + 1, second), key.substring(second + 1));
  }
}
