// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.schemas.signals.BytesSerializer;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Bytes of a usage that is remembered. */
public final class StoredUsageSerializer extends BytesSerializer<StoredUsage> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final StoredUsageSerializer INSTANCE = new StoredUsageSerializer();

  @Override
  public StoredUsage createInstance() {
    return new StoredUsage(new byte[0]);
  }

  @Override
  protected byte[] write(StoredUsage usage) {
    return usage.bytes();
  }

  @Override
  protected StoredUsage read(byte[] bytes) {
    return new StoredUsage(bytes);
  }

  @Override
  public TypeSerializerSnapshot<StoredUsage> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer; old versions are told apart by the bytes of each item. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<StoredUsage> {
    /** Called by Flink. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
