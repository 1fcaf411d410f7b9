// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import java.io.IOException;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A file that Flink has opened; Flink closes it, because what is in it is not committed before. */
final class StreamFile implements OutputFile {
  private final FSDataOutputStream stream;

  StreamFile(FSDataOutputStream stream) {
    this.stream = stream;
  }

  @Override
  public PositionOutputStream create(long blockSize) {
    return new Open(stream);
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSize) {
    return new Open(stream);
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }

  private static final class Open extends PositionOutputStream {
    private final FSDataOutputStream stream;

    Open(FSDataOutputStream stream) {
      this.stream = stream;
    }

    @Override
    public long getPos() throws IOException {
      return stream.getPos();
    }

    @Override
    public void write(int one) throws IOException {
      stream.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      stream.write(bytes, from, count);
    }

    @Override
    public void flush() throws IOException {
      stream.flush();
    }

    @Override
    public void close() throws IOException {
      stream.flush();
    }
  }
}
