// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.SingletonResultIterator;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads each file as one rule, which bears the name of the file; the reader of rules refuses one
 * that is too long.
 */
final class RuleFiles implements BulkFormat<RuleText, FileSourceSplit> {
  private static final long serialVersionUID = 1;

  /** More than any rule may have, so that a longer one is seen to be too long. */
  private static final int MOST_BYTES = 1 << 20;

  @Override
  public Reader<RuleText> createReader(Configuration config, FileSourceSplit split) {
    return new Whole(split.path(), false);
  }

  /** A position is one behind the only rule. */
  @Override
  public Reader<RuleText> restoreReader(Configuration config, FileSourceSplit split) {
    return new Whole(split.path(), split.getReaderPosition().isPresent());
  }

  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<RuleText> getProducedType() {
    return TypeInformation.of(RuleText.class);
  }

  private static final class Whole implements Reader<RuleText> {
    private final Path file;
    private boolean done;

    Whole(Path file, boolean done) {
      this.file = file;
      this.done = done;
    }

    @Override
    public @Nullable RecordIterator<RuleText> readBatch() throws IOException {
      if (done) {
        return null;
      }
      done = true;
      try (FSDataInputStream bytes = file.getFileSystem().open(file)) {
        String text = new String(bytes.readNBytes(MOST_BYTES), UTF_8);
        SingletonResultIterator<RuleText> one = new SingletonResultIterator<>();
        one.set(new RuleText(file.getPath(), text), 0, 1);
        return one;
      }
    }

    @Override
    public void close() {
      // Nothing is open between calls.
    }
  }
}
