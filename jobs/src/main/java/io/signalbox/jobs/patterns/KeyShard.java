// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import org.apache.flink.api.java.functions.KeySelector;

/**
 * Brings the keys of patterns into shards: events are few and keys are many, so one timer and one
 * look into state then serve many of them. A part of the state schema.
 */
public final class KeyShard implements KeySelector<PatternEvent, String> {
  private static final long serialVersionUID = 1;
  private static final int SHARDS = 720;
  private static final String[] NAMES = new String[SHARDS];

  static {
    for (int i = 0; i < SHARDS; i++) {
      NAMES[i] = "s" + i;
    }
  }

  @Override
  public String getKey(PatternEvent event) {
    return NAMES[Math.floorMod(event.key().hashCode(), SHARDS)];
  }
}
