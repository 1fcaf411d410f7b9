// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;
import org.jspecify.annotations.Nullable;

/** Reads each file as one rule; the reader of rules refuses one that is too long. */
final class RuleFiles extends SimpleStreamFormat<RuleText> {
  private static final long serialVersionUID = 1;

  /** More than any rule may have, so that a longer one is seen to be too long. */
  private static final int MOST_BYTES = 1 << 20;

  @Override
  public Reader<RuleText> createReader(Configuration config, FSDataInputStream file) {
    return new Whole(file);
  }

  @Override
  public TypeInformation<RuleText> getProducedType() {
    return TypeInformation.of(RuleText.class);
  }

  private static final class Whole implements Reader<RuleText> {
    private final FSDataInputStream file;
    private boolean done;

    Whole(FSDataInputStream file) {
      this.file = file;
    }

    @Override
    public @Nullable RuleText read() throws IOException {
      if (done) {
        return null;
      }
      done = true;
      return new RuleText("rules folder", new String(file.readNBytes(MOST_BYTES), UTF_8));
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
