// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.labelled.LabelledSets;
import io.signalbox.benchmarks.detection.peers.Peers;
import io.signalbox.benchmarks.detection.scoring.Detector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  /** Alarms wherever the value is not usual in the small sets made here. */
  private static final Detector KNOWING =
      new Detector(
          "knowing",
          "Knowing",
          true,
          false,
          8,
          () ->
              (atMs, value, out) -> {
                out.score = value > 5 ? 1 : 0;
                out.alarm = value > 5;
              });

  @TempDir private Path folder;

  @Test
  void aDetectorThatKnowsFindsEverythingAndOneThatNeverSpeaksNothing() throws IOException {
    DetectionEvaluation evaluation = evaluation();
    DetectorFigures knowing = evaluation.run(KNOWING);
    assertEquals(6, knowing.events().size());
    knowing.events().forEach(event -> assertEquals(1, event.count().f1()));
    knowing.budgets().forEach((set, budget) -> assertEquals(0, budget.alarms()));
    Detector mute = new Detector("mute", "Mute", true, false, 0, () -> (at, value, out) -> {});
    DetectorFigures silent = evaluation.run(mute);
    assertEquals(0, silent.events().get(4).count().f1());
    assertEquals(2, silent.budgets().size());
  }

  @Test
  void verdictsAreLeftInFilesWithOneRowForEach() throws IOException {
    evaluation().run(KNOWING);
    List<String> rows = Files.readAllLines(folder.resolve("out/knowing/aiops/k.csv"));
    assertEquals("timestamp,value,anomaly_score,alarm", rows.get(0));
    assertEquals(2_001, rows.size());
    assertTrue(rows.get(1_001).endsWith(",9.0,1.0,1"), rows.get(1_001));
    assertEquals(",,0.0,0", rows.get(8));
  }

  @Test
  void aSlowDetectorIsKeptFromTheLargestSetUnlessAskedFor() throws IOException {
    Detector slow = new Detector("slow", "Slow", false, true, 0, KNOWING.scorer());
    DetectorFigures figures = evaluation().run(slow);
    assertEquals(List.of("ms-cloud"), figures.events().stream().map(e -> e.set()).toList());
  }

  @Test
  void tablesReadTheSameOnATerminalAndInAPage() throws IOException {
    List<DetectorFigures> figures = new ArrayList<>();
    figures.add(evaluation().run(KNOWING));
    List<Table> tables = EvaluationTables.of(figures, 1, "a note");
    assertEquals(3, tables.size());
    for (Table table : tables) {
      assertTrue(table.text().stream().noneMatch(line -> line.length() > 250));
      long bars = table.markdown().get(2).chars().filter(c -> c == '|').count();
      assertEquals(table.header().size() + 1, bars);
    }
    assertTrue(tables.get(0).text().stream().anyMatch(line -> line.contains("1.000")));
  }

  @Test
  void onlyTheMeasuredSectionOfAPageIsWritten() throws IOException {
    Path page = folder.resolve("page.md");
    String begin = MeasuredSection.mark("a part", "begin");
    String end = MeasuredSection.mark("a part", "end");
    Files.writeString(page, "before\n" + begin + "\nold\n" + end + "\nafter\n");
    Table table = new Table("T", List.of("a", "b"), List.of(List.of("x", "1")), "a note");
    MeasuredSection.write(page, "a part", "Source.", List.of(table));
    String text = Files.readString(page);
    assertTrue(text.startsWith("before\n") && text.endsWith("\nafter\n"), text);
    assertTrue(text.contains("| x | 1 |") && text.contains("A note."), text);
    assertFalse(text.contains("old"));
    MeasuredSection.write(page, "a part", "Source.", List.of(table));
    assertEquals(text, Files.readString(page));
    Files.writeString(page, "no place");
    assertThrows(IOException.class, () -> MeasuredSection.write(page, "a part", "", List.of()));
  }

  @Test
  void everyNamedDetectorSpeaks() {
    List<String> titles =
        Detectors.NAMES.stream()
            .filter(name -> !name.equals("rcf"))
            .flatMap(name -> Detectors.named(name, 1).stream())
            .map(Detector::title)
            .distinct()
            .collect(Collectors.toList());
    assertEquals(4, titles.size());
    assertThrows(IllegalArgumentException.class, () -> Detectors.named("oracle", 1));
  }

  @Test
  void theForestGradesASpikeAboveWhatIsUsual() {
    Detector forest = Peers.randomCutForest();
    assertTrue(forest.bytes() > 50_000, "bytes " + forest.bytes());
    double[] values = new double[1_500];
    for (int i = 0; i < values.length; i++) {
      values[i] = StrictMath.sin(i / 10.0);
    }
    values[1_400] = 20;
    double[] scores =
        Verdicts.of(
                forest,
                new LabelledSeries("t", "t.csv", new long[values.length], values, List.of()))
            .scores();
    assertTrue(scores[1_400] > 0.5, "score " + scores[1_400]);
    assertEquals(0, scores[1_390]);
  }

  private DetectionEvaluation evaluation() throws IOException {
    set("ms-cloud/data/x", "m.csv", 60);
    set("aiops-kpi-train", "k.csv", 60);
    EvaluationSettings settings =
        new EvaluationSettings(
            List.of(LabelledSets.MS_CLOUD, LabelledSets.AIOPS), List.of(), 1, false);
    return new DetectionEvaluation(folder, settings, folder.resolve("out"), line -> {});
  }

  private void set(String below, String name, int step) throws IOException {
    StringBuilder rows = new StringBuilder("timestamp,value,label\n");
    for (int i = 0; i < 2_000; i++) {
      boolean odd = i >= 1_000 && i < 1_010;
      rows.append(Instant.ofEpochSecond(1_600_000_000L + (long) step * i)).append(',');
      rows.append(i == 7 ? "" : odd ? 9 : i % 3).append(',').append(odd ? 1 : 0).append('\n');
    }
    Files.createDirectories(folder.resolve(below));
    Files.writeString(folder.resolve(below).resolve(name), rows.toString());
  }
}
