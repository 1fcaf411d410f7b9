// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftRunTest {
  @TempDir Path folder;

  @Test
  void aConceptThatTurnsRoundIsReportedOnceAndOddRowsAreNamed() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder text =
        new StringBuilder("@relation T\n@attribute x real\n@attribute 'a b' {u,'v w'}\n");
    text.append("@attribute class {p,n}\n\n@data\n");
    for (int row = 0; row < 30_000; row++) {
      double x = random.nextDouble();
      boolean p = x < .5 == row < 20_000;
      if (random.nextDouble() < .1) {
        p = !p;
      }
      text.append(x).append(random.nextBoolean() ? ",u," : ",'v w',").append(p ? "p\n" : "n\n");
      if (row == 10) {
        text.append("0.5,u\n0.5,u,q\n");
      }
    }
    Files.writeString(folder.resolve("turned_w_50_1.arff"), text);
    DriftRun run = new DriftRun();

    DriftReport report = run.run(folder).get(0);

    assertEquals(List.of(20_000), report.known());
    assertEquals(1, report.positions().size());
    assertTrue(report.positions().get(0) - 20_000 < 60, report.positions().toString());
    assertEquals(0, report.missed());
    assertEquals(2, run.complaints().count());
    assertTrue(run.complaints().told().get(0).contains("2 fields instead of 3"));
  }

  @Test
  void neitherVersionNorNameIsEvidence() throws Exception {
    Files.writeString(folder.resolve("llmdrift_a_b.csv"), answers("new"));
    List<DriftReport> told = new DriftRun().run(folder);
    Files.writeString(folder.resolve("llmdrift_a_b.csv"), answers("old"));
    List<DriftReport> hidden = new DriftRun().run(folder);

    assertEquals(told.get(0).positions(), hidden.get(0).positions());
    assertEquals(List.of(400), told.get(0).known());
    assertEquals(List.of(), hidden.get(0).known());
    assertTrue(Objects.requireNonNull(told.get(0).channel()).contains("output_tokens"));
    assertEquals(0, told.get(0).falseAlarms());
    assertEquals(1, Objects.requireNonNull(told.get(0).knownChange()).size());
  }

  @Test
  void aDelayThatIsNotKnownIsToldAsNull() throws Exception {
    Files.writeString(folder.resolve("llmdrift_a_b.csv"), answers("old"));
    DriftReport report = new DriftRun().run(folder).get(0);
    assertTrue(new ObjectMapper().writeValueAsString(report).contains("\"mean_delay\":null"));
  }

  private static String answers(String later) {
    SplittableRandom random = new SplittableRandom(9);
    StringBuilder text = new StringBuilder("seq,model_version,outcome,output_tokens,cost_usd\n");
    for (int row = 0; row < 800; row++) {
      boolean old = row < 400;
      text.append(row).append(old ? ",old," : "," + later + ",");
      text.append(random.nextDouble() < (old ? .9 : .3) ? 1 : 0).append(',');
      text.append(old ? 100 + random.nextInt(100) : 1 + random.nextInt(5)).append(',');
      text.append(random.nextDouble()).append('\n');
    }
    return text.toString();
  }
}
