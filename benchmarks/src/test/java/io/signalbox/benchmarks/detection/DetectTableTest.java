// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.benchmarks.runs.Checkpoints;
import io.signalbox.benchmarks.runs.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectTableTest {
  static final RunSpec SPEC =
      new RunSpec(Pipeline.DETECT_HEAP, 1_000, 100, 10_000, 1, 60_000, 512, 256, 1, 1, 1, 0);

  /** A figure of one run that took so many nanoseconds a point. */
  static DetectFigure figure(RunSpec spec, double nanos, long heapBytes) {
    Window window = new Window(1_000_000, 2, nanos / 1e3, 0.1, 0, 0, 1);
    Checkpoints checkpoints = new Checkpoints(2, 0.5, 0.7, spec.allSeries() / 1e3, 40);
    return DetectFigure.of(
        spec, List.of(RunResult.of(spec, 300_000, window, checkpoints, heapBytes)));
  }

  @Test
  void eachFloorIsChargedWithWhatItAdds() {
    List<DetectFigure> figures =
        List.of(
            figure(SPEC.of(Pipeline.SEND), 10, 0),
            figure(SPEC.of(Pipeline.PASS_THROUGH), 60, 0),
            figure(SPEC.of(Pipeline.DETECT_HEAP), 200, 0),
            figure(SPEC.of(Pipeline.DETECT_ROCKSDB), 400, 0),
            figure(SPEC.of(Pipeline.KAFKA_STREAMS), 8_000, 0));

    List<String> lines = DetectTable.lines(figures);
    List<String> shares =
        lines.stream().skip(1).map(line -> line.substring(56, 63).trim()).toList();
    assertEquals(List.of("5%", "25%", "70%", "", ""), shares);
    assertTrue(lines.get(3).contains("5,000,000"), lines.get(3));
    assertTrue(lines.get(3).contains("30%"), lines.get(3));
    assertEquals(
        List.of(
            "detect, heap is 40.0 times as fast as Kafka Streams, which only keeps an EWMA",
            "detect, rocksdb is 20.0 times as fast as Kafka Streams, which only keeps an EWMA"),
        DetectTable.peers(figures));
  }

  @Test
  void updatesBetweenCheckpointsFollowFromTheRate() {
    DetectFigure figure = figure(SPEC, 100, 0);
    assertEquals(500_000.0 * 60 / 100_000, figure.updatesPerCheckpoint(), 1e-9);
    assertEquals(3, figure.runs().get(0).scrapesBefore(), 1e-9);
    assertEquals(0.05, figure.gcShare(), 1e-9);
  }

  @Test
  void aSweepIsRelativeToTheFirstOfItsBackend() {
    List<String> lines =
        Sweep.lines(
            List.of(
                figure(SPEC, 100, 50_000_000),
                figure(SPEC.withServices(10_000), 250, 500_000_000),
                figure(SPEC.of(Pipeline.DETECT_ROCKSDB), 400, 0)));
    assertTrue(lines.get(2).contains(" 2.5x"), lines.get(2));
    assertTrue(lines.get(3).contains(" 1.0x"), lines.get(3));
  }

  @Test
  void seriesAreRoundedDownToWholeServices() {
    assertEquals(12, Sweep.services(1_299, SPEC));
    assertThrows(IllegalArgumentException.class, () -> Sweep.services(99, SPEC));
  }

  @Test
  void servicesThatCannotBeSharedEvenlyAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new RunSpec(Pipeline.SEND, 5, 1, 1, 2, 1, 1, 1, 1, 1, 1, 0));
  }
}
