// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.schemas.patterns.EventBatch;
import org.apache.flink.api.java.functions.KeySelector;

/**
 * Brings the keys of patterns into shards: events are few and keys are many, so one record, one
 * timer and one look into state then serve many of them. A part of the state schema.
 */
public final class KeyShard implements KeySelector<EventBatch, String> {
  private static final long serialVersionUID = 1;

  /**
   * Number of shards. With fewer no more than so many tasks could match; with more, the record, the
   * timer and the look into state that a shard takes each second serve less events.
   */
  static final int SHARDS = 120;

  private static final String[] NAMES = new String[SHARDS];

  static {
    for (int i = 0; i < SHARDS; i++) {
      NAMES[i] = "s" + i;
    }
  }

  /** The shard of a key, 0 to {@link #SHARDS} - 1. */
  static int of(String key) {
    return Math.floorMod(key.hashCode(), SHARDS);
  }

  @Override
  public String getKey(EventBatch batch) {
    return NAMES[batch.shard()];
  }
}
