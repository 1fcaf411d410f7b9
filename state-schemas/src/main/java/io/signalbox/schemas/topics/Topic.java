// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.topics;

import java.io.Serializable;

/**
 * One kind of output: a Kafka topic, or a file of that name.
 *
 * @param name of the topic, and of the file without its ending
 * @param type the record it carries, as written by {@link io.signalbox.schemas.json.RecordJson}
 * @param key what the Kafka record is keyed by; revisions of one thing share a key, so they stay in
 *     order
 * @param time the event time that orders the records of a finished run
 * @param cleanup what the broker may forget
 * @param progress whether writers add progress records because it may be quiet for long
 * @param <T> the record it carries
 */
public record Topic<T>(
    String name, Class<T> type, Key<T> key, EventTime<T> time, Cleanup cleanup, boolean progress)
    implements Serializable {

  /** What the broker may forget. */
  public enum Cleanup {
    /** Everything older than the retention of the topic. */
    DELETE,
    /** All but the last record of each key. */
    COMPACT
  }

  /** Says under which key a record is written. */
  @FunctionalInterface
  public interface Key<T> extends Serializable {
    /** The key, never null. */
    String of(T item);
  }

  /** Says when a record happened. */
  @FunctionalInterface
  public interface EventTime<T> extends Serializable {
    /** Epoch milliseconds of event time, 0 for records that have none. */
    long of(T item);
  }

  /** A key of several parts. */
  static String path(String... parts) {
    return String.join("/", parts);
  }
}
