// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.benchmarks.detection.SharedData;
import io.signalbox.benchmarks.detection.labelled.LabelledSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedTreesTest {
  @Test
  void whatShipsIsLearnedFromTheLabelledSetsByteForByte() throws IOException {
    List<Examples> examples = new ArrayList<>();
    for (String set : LabelledSets.ALL) {
      Path data = SharedData.with(set.equals(LabelledSets.AIOPS) ? "aiops-kpi-train" : set);
      examples.addAll(Examples.of(LabelledSets.read(data, set)));
    }
    Trees trees = new Learner(BoostingSettings.shipped()).learn(examples).trees();
    Path root = Path.of(System.getProperty("signalbox.root", "."));
    for (TreeSources.Source source : TreeSources.of(trees)) {
      Path file = source.in(root.resolve(TreeSources.PLACE));
      assertEquals(Files.readString(file), source.text(), "./signalbox learn detection");
    }
  }
}
