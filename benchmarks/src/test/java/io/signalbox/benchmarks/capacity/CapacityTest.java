// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.capacity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.benchmarks.capacity.CapacityModel.Source;
import io.signalbox.benchmarks.detection.DetectFigure;
import io.signalbox.benchmarks.detection.Pipeline;
import io.signalbox.benchmarks.runs.Checkpoints;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityTest {
  /** A world in which a point costs 400 + 150 ln(series/100k) + 90/k nanoseconds. */
  private static DetectFigure figure(Pipeline pipeline, int services, int tasks, double k) {
    double series = services * 100.0;
    double nanos = (400 + 150 * Math.log(series / 100_000) + 90 / k) * (1 + 0.1 * (tasks - 1));
    return new DetectFigure(
        pipeline,
        services,
        100,
        tasks,
        60,
        1e9 / nanos,
        1e9 / nanos,
        nanos,
        0.01,
        0,
        k,
        600,
        new Checkpoints(2, 1, 1, series * 500 / 1e6, series * 450 / 1e6),
        List.of());
  }

  private static ResultsFile file(String name, double fill, DetectFigure... figures) {
    return new ResultsFile(new Source(name, "abc", "a cpu", 2), List.of(figures), fill);
  }

  private static final CapacityModel MODEL =
      CapacityModel.fit(
          List.of(
              file(
                  "sweep.json",
                  0,
                  figure(Pipeline.DETECT_HEAP, 1_000, 1, 10),
                  figure(Pipeline.DETECT_HEAP, 10_000, 1, 2),
                  figure(Pipeline.DETECT_HEAP, 50_000, 1, 1),
                  figure(Pipeline.DETECT_HEAP, 10_000, 1, 0.5),
                  figure(Pipeline.DETECT_HEAP, 1_000, 2, 10)),
              file("most.json", 0.6)));

  @Test
  void theFitFindsTheCostsThatMadeTheFigures() {
    CostModel heap = MODEL.of(Pipeline.DETECT_HEAP);
    assertEquals(400, heap.base(), 1e-6);
    assertEquals(150, heap.perLog(), 1e-6);
    assertEquals(90, heap.perCheckpoint(), 1e-6);
    assertEquals(0, heap.relativeError(), 1e-9);
    assertEquals(500, heap.stateBytes(), 1e-6);
    assertEquals(450, heap.writtenBytes(), 1e-6);
    assertEquals(0.1, MODEL.scaling().contention(), 1e-6);
  }

  @Test
  void aPlanFollowsFromTheModel() {
    CapacityPlan plan =
        CapacityPlan.of(
            MODEL, Pipeline.DETECT_HEAP, new Workload(10_000, 100, 1_000_000, 60, 100, 0.7));

    double nanos = 400 + 150 * Math.log(10) + 90.0 / 60;
    assertEquals(nanos / 1e3, plan.busyCores(), 1e-6);
    assertEquals(1.2 * nanos / 1e3, plan.highCores(), 1e-6);
    assertEquals(0.8 * nanos / 1e3, plan.lowCores(), 1e-6);
    assertEquals(MODEL.scaling().tasksFor(1.2 * nanos / 700, 720), plan.tasks());
    assertEquals(1 + 1e6 * 600 / 0.6 / 1e9, plan.memoryGigabytes(), 1e-6);
    assertEquals(0.5, plan.stateGigabytes(), 1e-6);
    assertEquals(450.0 / 60, plan.checkpointMegabytesPerSecond(), 1e-6);
    assertEquals(0, plan.partitions() % plan.tasks());
    assertTrue(plan.partitions() >= 10);
    assertTrue(String.join("\n", plan.lines()).contains("cores busy        0.75 (0.60 to 0.90)"));
  }

  @Test
  void aWorkloadBeyondWhatWasMeasuredIsSaidToBe() {
    CapacityPlan plan =
        CapacityPlan.of(MODEL, Pipeline.DETECT_HEAP, new Workload(1_000_000, 100, 1e7, 60, 0, 0.7));
    String said = String.join("\n", plan.lines());
    assertTrue(said.contains("measured from 100,000 to 5,000,000 series: this is beyond"), said);
    assertTrue(plan.tasks() == 0 || said.contains("extrapolated"), said);
  }

  @Test
  void aHeldOutRunIsPredicted() {
    List<PlanCheck> checks =
        PlanCheck.of(MODEL, file("held-out.json", 0, figure(Pipeline.DETECT_HEAP, 30_000, 2, 4)));
    assertEquals(0, checks.get(0).error(), 1e-9);
    assertTrue(checks.get(0).good());
    assertTrue(PlanCheck.lines(checks).get(1).endsWith("yes"));
  }

  @Test
  void whatTheModelRestsOnProvesNothing() {
    ResultsFile fitted = file("sweep.json", 0, figure(Pipeline.DETECT_HEAP, 1_000, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> PlanCheck.of(MODEL, fitted));
    ResultsFile empty = file("other.json", 0, figure(Pipeline.SEND, 1_000, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> PlanCheck.of(MODEL, empty));
    assertThrows(IllegalArgumentException.class, () -> MODEL.of(Pipeline.DETECT_ROCKSDB));
  }

  @Test
  void aBadWorkloadIsRefusedByName() {
    String said =
        assertThrows(IllegalArgumentException.class, () -> new Workload(0, 100, 1e6, 60, 0, 0.7))
            .getMessage();
    assertEquals("--services 0: expected at least 1", said);
    assertThrows(IllegalArgumentException.class, () -> new Workload(1, 1, Double.NaN, 60, 0, 0.7));
    assertThrows(IllegalArgumentException.class, () -> new Workload(1, 1, 1, 60, 0, 1.5));
  }

  @Test
  void aCostIsNeverNegative() {
    double[][] features = {{1, 0}, {1, 1}, {1, 2}};
    assertArrayEquals(
        new double[] {2, 0}, LeastSquares.fit(features, new double[] {2, 2, 2}), 1e-9);
    double[] falling = LeastSquares.fit(features, new double[] {3, 2, 1});
    assertTrue(falling[0] > 0);
    assertEquals(0, falling[1]);
  }

  @Test
  void featuresThatCannotBeToldApartLeaveTheFirst() {
    double[][] features = {{1, 1}, {2, 2}, {3, 3}};
    assertArrayEquals(
        new double[] {5, 0}, LeastSquares.fit(features, new double[] {5, 10, 15}), 1e-9);
    assertArrayEquals(
        new double[] {7, 0, 0},
        LeastSquares.fit(new double[][] {{1, 2, 3}}, new double[] {7}),
        1e-9);
  }

  @Test
  void theScalabilityLawIsFoundFromThreeParallelisms() {
    List<Double> costs = new ArrayList<>();
    int[] tasks = {1, 2, 4, 8};
    for (int p : tasks) {
      costs.add(1 + 0.05 * (p - 1) + 0.01 * p * (p - 1));
    }
    Scaling law = Scaling.fit(tasks, costs.stream().mapToDouble(Double::doubleValue).toArray());
    assertEquals(0.05, law.contention(), 1e-9);
    assertEquals(0.01, law.coherence(), 1e-9);
    assertEquals(8 / (1 + 0.35 + 0.56), law.capacity(8), 1e-9);
    assertEquals(0, law.tasksFor(100, 720));
    assertEquals(4, Scaling.LINEAR.tasksFor(3.5, 720));
  }

  @Test
  void partitionsAreAMultipleOfTheTasks() {
    assertEquals(3, CapacityPlan.partitions(1, 3));
    assertEquals(12, CapacityPlan.partitions(95e6, 3));
  }
}
