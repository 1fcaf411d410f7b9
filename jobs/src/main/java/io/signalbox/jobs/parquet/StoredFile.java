// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import java.io.IOException;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A file of a file system that Flink knows, to be read as Parquet. */
final class StoredFile implements InputFile {
  private final Path path;
  private final FileSystem system;

  StoredFile(Path path) throws IOException {
    this.path = path;
    this.system = path.getFileSystem();
  }

  @Override
  public long getLength() throws IOException {
    return system.getFileStatus(path).getLen();
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    FSDataInputStream stream = system.open(path);
    return new DelegatingSeekableInputStream(stream) {
      @Override
      public long getPos() throws IOException {
        return stream.getPos();
      }

      @Override
      public void seek(long position) throws IOException {
        stream.seek(position);
      }
    };
  }
}
