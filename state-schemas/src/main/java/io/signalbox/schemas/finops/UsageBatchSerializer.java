// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.schemas.signals.BytesSerializer;
import java.io.IOException;
import java.util.Arrays;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataOutputView;

/** Bytes of a batch: version, shard, times, count, usages. Version 1. */
public final class UsageBatchSerializer extends BytesSerializer<UsageBatch> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final UsageBatchSerializer INSTANCE = new UsageBatchSerializer();

  private static final int VERSION = 1;

  /** Room for what stands before the usages, whatever the numbers are. */
  private static final int HEAD = 64;

  @Override
  public UsageBatch createInstance() {
    return new UsageBatch(0, 0, 0, 0, new byte[0]);
  }

  /** Writes usages from where they are: a batch holds many. */
  @Override
  public void serialize(UsageBatch batch, DataOutputView out) throws IOException {
    byte[] head = head(batch).toBytes();
    out.writeInt(head.length + batch.bytes().length);
    out.write(head);
    out.write(batch.bytes());
  }

  @Override
  protected byte[] write(UsageBatch batch) {
    return head(batch).raw(batch.bytes(), 0, batch.bytes().length).toBytes();
  }

  private static LedgerWriter head(UsageBatch batch) {
    LedgerWriter out = new LedgerWriter(HEAD).put(VERSION).signed(batch.shard());
    return out.signed(batch.tickMs()).signed(batch.latestMs()).count(batch.count());
  }

  @Override
  protected UsageBatch read(byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, VERSION);
    return new UsageBatch(
        (int) in.signed(),
        in.signed(),
        in.signed(),
        (int) in.count(),
        Arrays.copyOfRange(bytes, in.at(), bytes.length));
  }

  @Override
  public TypeSerializerSnapshot<UsageBatch> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer; old versions are told apart by the bytes of each item. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<UsageBatch> {
    /** Called by Flink. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
