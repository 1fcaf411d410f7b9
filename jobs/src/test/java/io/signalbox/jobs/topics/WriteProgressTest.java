// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WriteProgressTest {
  private static final int PARTITIONS = 5;
  private static final long END = Long.MAX_VALUE;

  @Example
  void progressFollowsTheRecordsOfEachFullSecond() throws Exception {
    try (ProgressWriters writers = new ProgressWriters(PARTITIONS, 2)) {
      writers.record(3, 900);
      writers.watermark(998);
      writers.record(3, 999);
      writers.watermark(999);
      writers.watermark(1500);
      writers.watermark(4200);

      assertEquals(List.of("900", "<=-1", "999", "<=999", "<=3999"), texts(writers.partition(3)));
      assertEquals(List.of("<=-1", "<=999", "<=3999"), texts(writers.partition(0)));
    }
  }

  @Example
  void theValueSaysWhatIsCompleteWhere() throws Exception {
    try (ProgressWriters writers = new ProgressWriters(PARTITIONS, 1)) {
      writers.watermark(7999);

      assertEquals(
          "{\"progress_ms\":7999,\"partition\":4}",
          new String(writers.partition(4).get(0).value(), UTF_8));
    }
  }

  @Example
  void theEndOfInputCompletesTheLastWatermarkAndPromisesNothingBeyond() throws Exception {
    try (ProgressWriters writers = new ProgressWriters(PARTITIONS, 3)) {
      writers.watermark(4200);
      writers.watermark(END);

      assertEquals(List.of("<=3999", "<=4200"), texts(writers.partition(2)));
    }
    try (ProgressWriters writers = new ProgressWriters(PARTITIONS, 3)) {
      writers.watermark(END);

      assertEquals(List.of(), writers.partition(2));
    }
  }

  @Example
  void afterARestoreProgressNeitherRepeatsNorGoesBack() throws Exception {
    try (ProgressWriters writers = new ProgressWriters(PARTITIONS, 2)) {
      writers.watermark(5000);
      writers.checkpoint();
      writers.watermark(9000);
      for (int parallelism : new int[] {3, 1, 7}) {
        writers.restore(parallelism);
        writers.watermark(2000);
        writers.watermark(6000);

        for (int p = 0; p < PARTITIONS; p++) {
          assertEquals(List.of("<=4999", "<=5999"), texts(writers.partition(p)));
        }
      }
    }
  }

  /** What may happen; a record comes at so much after the watermark, or the watermark moves so. */
  record Step(String what, int amount) {}

  @Provide
  Arbitrary<List<Step>> lives() {
    Arbitrary<String> what =
        Arbitraries.of("record", "record", "watermark", "watermark", "checkpoint", "restore");
    Arbitrary<Integer> amount = Arbitraries.integers().between(1, 2500);
    return Combinators.combine(what, amount).as(Step::new).list().ofMaxSize(40);
  }

  @Property(tries = 100)
  void noRecordEverFollowsAPromiseThatThereIsNone(@ForAll("lives") List<Step> life)
      throws Exception {
    try (ProgressWriters writers = new ProgressWriters(PARTITIONS, 2)) {
      long now = 0;
      long saved = 0;
      for (Step step : life) {
        switch (step.what) {
          case "record" -> writers.record(step.amount % PARTITIONS, now + step.amount);
          case "watermark" -> writers.watermark(now += step.amount);
          case "checkpoint" -> {
            writers.checkpoint();
            saved = now;
          }
          default -> {
            writers.restore(1 + step.amount % 6);
            writers.watermark(saved - step.amount);
            now = saved;
          }
        }
      }
      writers.watermark(now + 2000);
      for (int p = 0; p < PARTITIONS; p++) {
        assertKept(writers.partition(p), now);
      }
    }
  }

  private static void assertKept(List<Outgoing> partition, long now) {
    long promised = Long.MIN_VALUE;
    for (Outgoing item : partition) {
      assertTrue(item.eventMs() > promised, () -> texts(partition).toString());
      promised = item.key() == null ? item.eventMs() : promised;
    }
    assertTrue(promised >= now, "nothing is held back: " + promised + " at " + now);
  }

  private static List<String> texts(List<Outgoing> items) {
    return items.stream().map(o -> (o.key() == null ? "<=" : "") + o.eventMs()).toList();
  }
}
