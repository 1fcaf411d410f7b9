// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeSourcesTest {
  private static final Trees TREES =
      new Trees(
          List.of(
              new Node.Leaf(-2), new Node.Split(3, 0.5f, new Node.Leaf(-1), new Node.Leaf(1.25f))));

  @TempDir private Path folder;

  @Test
  void whatWasWrittenIsWhatWasLearned() throws IOException {
    TreeSources.write(TREES, folder);
    assertEquals(List.of(), TreeSources.others(TREES, folder));
  }

  @Test
  void aClassThatIsAbsentOrHasAnotherByteIsNamed() throws IOException {
    Path first = folder.resolve("CombinerTrees.java");
    Path second = folder.resolve("LaterCombinerTrees.java");
    assertEquals(List.of(first, second), TreeSources.others(TREES, folder));
    TreeSources.write(TREES, folder);
    Files.writeString(second, Files.readString(second).replace("1.25", "1.26"));
    assertEquals(List.of(second), TreeSources.others(TREES, folder));
  }
}
