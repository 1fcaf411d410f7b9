// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.schemas.signals.ImmutableSerializer;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Events as {@link PatternEventCodec} writes them. */
public final class PatternEventSerializer extends ImmutableSerializer<PatternEvent> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final PatternEventSerializer INSTANCE = new PatternEventSerializer();

  @Override
  public PatternEvent createInstance() {
    return new PatternEvent("", 0, "", Map.of());
  }

  @Override
  public void serialize(PatternEvent event, DataOutputView out) throws IOException {
    PatternEventCodec.write(event, out);
  }

  @Override
  public PatternEvent deserialize(DataInputView in) throws IOException {
    return PatternEventCodec.read(in);
  }

  @Override
  public TypeSerializerSnapshot<PatternEvent> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer; old versions are told apart by the version byte of each event. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<PatternEvent> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
