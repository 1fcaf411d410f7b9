// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Bytes of a batch: version, kind, names, times, count, payload. Version 1. */
public final class SignalBatchSerializer extends ImmutableSerializer<SignalBatch> {
  private static final long serialVersionUID = 1;
  private static final int VERSION = 1;

  /** The only one: it has no state. */
  public static final SignalBatchSerializer INSTANCE = new SignalBatchSerializer();

  private static final BatchKind[] KINDS = BatchKind.values();

  @Override
  public SignalBatch createInstance() {
    return SignalBatch.progress(0);
  }

  @Override
  public void serialize(SignalBatch batch, DataOutputView out) throws IOException {
    out.writeByte(VERSION);
    out.writeByte(batch.kind().ordinal());
    out.writeUTF(batch.environment());
    out.writeUTF(batch.service());
    out.writeUTF(batch.instance());
    out.writeLong(batch.tickMs());
    out.writeLong(batch.latestMs());
    out.writeInt(batch.count());
    out.writeInt(batch.payload().length);
    out.write(batch.payload());
  }

  @Override
  public SignalBatch deserialize(DataInputView in) throws IOException {
    int version = in.readByte();
    if (version != VERSION) {
      throw new IOException("signal batch of version " + version + ", this reads " + VERSION);
    }
    BatchKind kind = KINDS[in.readByte()];
    String environment = in.readUTF();
    String service = in.readUTF();
    String instance = in.readUTF();
    long tickMs = in.readLong();
    long latestMs = in.readLong();
    int count = in.readInt();
    byte[] payload = new byte[in.readInt()];
    in.readFully(payload);
    return new SignalBatch(kind, environment, service, instance, tickMs, latestMs, count, payload);
  }

  @Override
  public TypeSerializerSnapshot<SignalBatch> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer; old versions are told apart by the version byte of each batch. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<SignalBatch> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
