// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Bytes of a pattern event: their number, then those of {@link PatternEventCodec}. */
public final class PatternEventSerializer extends TypeSerializerSingleton<PatternEvent> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final PatternEventSerializer INSTANCE = new PatternEventSerializer();

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public PatternEvent createInstance() {
    return new PatternEvent("", 0, "", Map.of());
  }

  @Override
  public PatternEvent copy(PatternEvent from) {
    return from;
  }

  @Override
  public PatternEvent copy(PatternEvent from, PatternEvent reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(PatternEvent event, DataOutputView out) throws IOException {
    byte[] bytes = PatternEventCodec.write(event);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public PatternEvent deserialize(DataInputView in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return PatternEventCodec.read(bytes);
  }

  @Override
  public PatternEvent deserialize(PatternEvent reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    int length = in.readInt();
    out.writeInt(length);
    out.write(in, length);
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
