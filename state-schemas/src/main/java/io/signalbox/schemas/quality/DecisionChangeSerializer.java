// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.impact.Decision;
import io.signalbox.analytics.quality.impact.DecisionChange;
import io.signalbox.analytics.quality.impact.DecisionRole;
import io.signalbox.analytics.quality.impact.DecisionState;
import io.signalbox.analytics.quality.impact.Standing;
import io.signalbox.schemas.signals.BytesSerializer;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/**
 * Bytes of what is newly known of a decision: version, time, decision, both standings. Version 1.
 */
public final class DecisionChangeSerializer extends BytesSerializer<DecisionChange> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final DecisionChangeSerializer INSTANCE = new DecisionChangeSerializer();

  private static final int VERSION = 1;

  @Override
  public DecisionChange createInstance() {
    return new DecisionChange(
        0,
        new Decision(0, "", "", "", "", "", DecisionRole.ACTING),
        null,
        new Standing(DecisionState.OPEN, false, null, null, ""));
  }

  @Override
  protected byte[] write(DecisionChange change) {
    FlatWriter out = new FlatWriter(VERSION).signed(change.foundMs());
    DecisionFields.write(out, change.decision());
    FlatFields.writeOptional(out, change.before(), DecisionFields::write);
    DecisionFields.write(out, change.after());
    return out.toBytes();
  }

  @Override
  protected DecisionChange read(byte[] bytes) {
    FlatReader in = new FlatReader(bytes, VERSION);
    return new DecisionChange(
        in.signed(),
        DecisionFields.decision(in),
        FlatFields.optional(in, DecisionFields::standing),
        DecisionFields.standing(in));
  }

  @Override
  public TypeSerializerSnapshot<DecisionChange> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer; old versions are told apart by the bytes of each item. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<DecisionChange> {
    /** Called by Flink. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
