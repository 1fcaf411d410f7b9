// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.impact.DecisionJoin;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;

/** A decision and its outcomes, which wait for each other. */
public final class DecisionCodec {
  private static final int VERSION = 1;

  private DecisionCodec() {}

  /** The bytes of a join; the same for joins that would go on alike. */
  public static byte[] write(DecisionJoin join) {
    FlatWriter out = new FlatWriter(VERSION);
    out.signed(join.dueMs).flag(join.late).flag(join.over);
    FlatFields.writeOptional(out, join.decision, DecisionFields::write);
    out.count(join.outcomes.size());
    join.outcomes.forEach(
        (outcome, foundMs) -> {
          DecisionFields.write(out, outcome);
          out.signed(foundMs);
        });
    return out.toBytes();
  }

  /**
   * The join that was written.
   *
   * @throws IllegalArgumentException for bytes that no one wrote
   */
  public static DecisionJoin read(byte[] bytes) {
    FlatReader in = new FlatReader(bytes, VERSION);
    DecisionJoin join = new DecisionJoin();
    join.dueMs = in.signed();
    join.late = in.flag();
    join.over = in.flag();
    join.decision = FlatFields.optional(in, DecisionFields::decision);
    int outcomes = in.length();
    for (int i = 0; i < outcomes; i++) {
      join.outcomes.put(DecisionFields.outcome(in), in.signed());
    }
    return join;
  }
}
