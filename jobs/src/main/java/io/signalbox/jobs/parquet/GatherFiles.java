// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import java.io.OutputStream;
import java.util.List;
import org.apache.flink.connector.file.sink.compactor.OutputStreamBasedFileCompactor;
import org.apache.flink.core.fs.Path;

/** Makes one file of those of many checkpoints: readers ask for few files and large groups. */
final class GatherFiles extends OutputStreamBasedFileCompactor {
  private static final long serialVersionUID = 1;

  @Override
  protected void doCompact(List<Path> files, OutputStream into) throws Exception {
    try (ChargeParquet whole = ChargeParquet.of(new StreamFile(into))) {
      for (Path file : files) {
        ReadCharges.of(new StoredFile(file), whole::write);
      }
    }
  }
}
