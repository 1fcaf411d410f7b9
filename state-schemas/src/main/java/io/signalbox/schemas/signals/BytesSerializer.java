// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes what is never changed as its length and its own versioned bytes. */
public abstract class BytesSerializer<T> extends ImmutableSerializer<T> {
  private static final long serialVersionUID = 1;

  /** The bytes, which are not changed afterwards. */
  protected abstract byte[] write(T item);

  /** The item of such bytes. */
  protected abstract T read(byte[] bytes);

  @Override
  public void serialize(T item, DataOutputView out) throws IOException {
    byte[] bytes = write(item);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public T deserialize(DataInputView in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return read(bytes);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    int length = in.readInt();
    out.writeInt(length);
    out.write(in, length);
  }
}
