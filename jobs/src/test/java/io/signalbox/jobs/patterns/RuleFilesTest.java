// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.patterns.catalogue.PatternForm;
import io.signalbox.patterns.catalogue.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFilesTest {
  @TempDir private Path folder;

  private static FileSourceSplit split(Path file, @Nullable CheckpointedPosition position)
      throws IOException {
    long size = Files.size(file);
    var path = new org.apache.flink.core.fs.Path(file.toUri());
    return new FileSourceSplit("1", path, 0, size, 0, size, new String[0], position);
  }

  private static RecordAndPosition<RuleText> only(BulkFormat.Reader<RuleText> reader)
      throws IOException {
    BulkFormat.RecordIterator<RuleText> batch = reader.readBatch();
    RecordAndPosition<RuleText> read = batch.next();
    RecordAndPosition<RuleText> only =
        new RecordAndPosition<>(read.getRecord(), read.getOffset(), read.getRecordSkipCount());
    assertNull(batch.next());
    assertNull(reader.readBatch());
    return only;
  }

  @Test
  void aRuleThatIsRefusedIsNamedByItsFile() throws IOException {
    Path file =
        Files.writeString(folder.resolve("flap.yaml"), "apiVersion: signalbox/v1\nkind: [\n");
    RuleText rule =
        only(new RuleFiles().createReader(new Configuration(), split(file, null))).getRecord();

    RuleBook book = new RuleBook(new PatternForm(), List.of(), List.of());
    String reason = book.judge(rule.origin(), rule.text(), 0).verdict().reason();
    assertTrue(reason.startsWith(file + ":3:1: no YAML"), reason);
  }

  @Test
  void aFileThatWasReadBeforeARestartIsNotReadAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("flap.yaml"), "kind: x");
    RuleFiles files = new RuleFiles();
    RecordAndPosition<RuleText> read =
        only(files.createReader(new Configuration(), split(file, null)));
    assertEquals(1, read.getRecordSkipCount());

    CheckpointedPosition behind =
        new CheckpointedPosition(read.getOffset(), read.getRecordSkipCount());
    assertNull(files.restoreReader(new Configuration(), split(file, behind)).readBatch());
    assertEquals(
        "kind: x",
        only(files.restoreReader(new Configuration(), split(file, null))).getRecord().text());
  }
}
