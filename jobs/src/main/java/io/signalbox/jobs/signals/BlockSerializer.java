// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Bytes of a block: their number (4), the wake time (8), the state's own versioned bytes. Of a
 * block and its copy only the copy has the decoded state, so a snapshot that is being written and
 * the task never share one. A block knows itself how its state becomes bytes, because snapshots are
 * written by restored serializers.
 */
final class BlockSerializer<S> extends TypeSerializer<Block<S>> {
  private static final long serialVersionUID = 1;

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public TypeSerializer<Block<S>> duplicate() {
    return this;
  }

  @Override
  public Block<S> createInstance() {
    return new Block<>(Long.MAX_VALUE, null);
  }

  @Override
  public Block<S> copy(Block<S> from) {
    return from.handOver();
  }

  @Override
  public Block<S> copy(Block<S> from, Block<S> reuse) {
    return copy(from);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(Block<S> block, DataOutputView out) throws IOException {
    block.write(out);
  }

  @Override
  public Block<S> deserialize(DataInputView in) throws IOException {
    byte[] bytes = new byte[in.readInt() - Long.BYTES];
    long wakeMs = in.readLong();
    in.readFully(bytes);
    return new Block<>(wakeMs, bytes);
  }

  @Override
  public Block<S> deserialize(Block<S> reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    int length = in.readInt();
    out.writeInt(length);
    out.write(in, length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlockSerializer;
  }

  @Override
  public int hashCode() {
    return BlockSerializer.class.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<Block<S>> snapshotConfiguration() {
    return new Snapshot<>();
  }

  /** Restores the serializer; what the bytes mean is told by the version byte of each state. */
  public static final class Snapshot<S> implements TypeSerializerSnapshot<Block<S>> {
    @Override
    public int getCurrentVersion() {
      return 1;
    }

    @Override
    public void writeSnapshot(DataOutputView out) {
      // Blocks tell their own versions apart.
    }

    @Override
    public void readSnapshot(int version, DataInputView in, ClassLoader loader) {
      // Blocks tell their own versions apart.
    }

    @Override
    public TypeSerializer<Block<S>> restoreSerializer() {
      return new BlockSerializer<>();
    }

    @Override
    public TypeSerializerSchemaCompatibility<Block<S>> resolveSchemaCompatibility(
        TypeSerializerSnapshot<Block<S>> old) {
      return old instanceof Snapshot
          ? TypeSerializerSchemaCompatibility.compatibleAsIs()
          : TypeSerializerSchemaCompatibility.incompatible();
    }
  }
}
