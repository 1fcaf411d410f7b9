// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Cuts what was counted into disjoint meters. Providers count cached tokens inside the input or
 * beside it, thoughts, sound and images inside input and output; what does not add up is put aside
 * as it is, never cut to fit.
 */
final class Partition {
  private final UsageDraft draft;
  private final Quantities meters = new Quantities();
  private long input;

  private Partition(UsageDraft draft) {
    this.draft = draft;
  }

  static Partition of(UsageDraft draft) throws Refusal {
    Partition partition = new Partition(draft);
    partition.input();
    partition.output();
    for (Meter meter : draft.meters()) {
      BigDecimal quantity = draft.quantity(meter);
      if (quantity != null && quantity.signum() > 0 && !meter.tokens()) {
        partition.meters.put(meter, quantity);
      }
    }
    return partition;
  }

  /** All tokens read. */
  long inputTokens() {
    return input;
  }

  Map<Meter, BigDecimal> meters() {
    return meters;
  }

  private void input() throws Refusal {
    long told = draft.tokens(UsageKey.INPUT);
    long read = draft.tokens(UsageKey.CACHE_READ);
    long written = draft.tokens(UsageKey.CACHE_WRITE);
    long hour = draft.tokens(UsageKey.CACHE_WRITE_1H);
    long audio = draft.tokens(UsageKey.AUDIO);
    long image = draft.tokens(UsageKey.IMAGE);
    if (hour > written) {
      throw Refusal.quarantine(
          "does not add up: " + hour + " tokens cached for an hour of " + written + " cached");
    }
    input = draft.excludesCache() ? told + read + written : told;
    long plain = input - read - written - audio - image;
    if (plain < 0) {
      throw Refusal.quarantine(
          "does not add up: input "
              + input
              + ", of it "
              + read
              + " read from cache, "
              + written
              + " written, "
              + audio
              + " audio, "
              + image
              + " images");
    }
    add(Meter.UNCACHED_IN, plain);
    add(Meter.CACHE_READ, read);
    add(Meter.CACHE_WRITE_5M, written - hour);
    add(Meter.CACHE_WRITE_1H, hour);
    add(Meter.AUDIO_IN, audio);
    add(Meter.IMAGE_IN, image);
  }

  private void output() throws Refusal {
    long told = draft.tokens(UsageKey.OUTPUT);
    long thought = draft.tokens(UsageKey.REASONING);
    long text = told - thought;
    add(Meter.REASONING, thought);
    for (Meter meter : draft.meters()) {
      if (meter.tokens()) {
        long tokens = draft.tokens(meter);
        text -= meter == Meter.CITATION ? 0 : tokens; // cited text is counted beside the output
        add(meter, tokens);
      }
    }
    if (text < 0) {
      throw Refusal.quarantine(
          "does not add up: output "
              + told
              + ", of it "
              + thought
              + " reasoning, "
              + (told - thought - text)
              + " other than text");
    }
    add(Meter.OUT_TEXT, text);
  }

  private void add(Meter meter, long tokens) {
    if (tokens > 0) {
      meters.put(meter, tokens);
    }
  }
}
