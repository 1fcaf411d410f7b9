// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetersTest {
  @Test
  void waitingForDisksIsNotWork() {
    MachineLoad load = MachineLoad.parse("cpu  100 20 30 4000 500 6 7 80 0 0");
    assertEquals(1.63, load.busy(), 1e-9);
    assertEquals(0.8, load.stolen(), 1e-9);
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
    assertEquals(3, Medians.of(9, 1, 3));
    assertEquals(2.5, Medians.of(4, 1, 2, 3));
    assertEquals(0.5, Medians.spread(3, 2, 2.5), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> Medians.of());
  }

  @Test
  void checkpointsAreSummedUp() {
    Checkpoints sum =
        Checkpoints.of(
            List.of(
                new Checkpoint(1_000, 8_000_000, 2_000_000),
                new Checkpoint(3_000, 9_000_000, 4_000_000)));
    assertEquals(new Checkpoints(2, 2, 3, 9, 3), sum);
    assertEquals(0, Checkpoints.of(List.of()).count());
  }

  @Test
  void aChildHasTheHeapItIsTold() throws Exception {
    assertEquals("in 64", ChildJvm.run(TellsItsHeap.class, Collector.THROUGHPUT, "64m", "in"));
  }

  @Test
  void aChildThatFailsSaysWhy() {
    var failed =
        assertThrows(
            ChildJvm.Failed.class,
            () -> ChildJvm.run(TellsItsHeap.class, Collector.THROUGHPUT, "64m", "fail"));
    assertFalse(failed.exhausted());
    assertTrue(String.valueOf(failed.getMessage()).contains("as asked"), failed.getMessage());
  }

  @Test
  void aChildWithoutMemoryIsToldApart() {
    var failed =
        assertThrows(
            ChildJvm.Failed.class,
            () -> ChildJvm.run(TellsItsHeap.class, Collector.THROUGHPUT, "64m", "fill"));
    assertTrue(failed.exhausted(), failed.getMessage());
  }

  /** A child to run. */
  static final class TellsItsHeap {
    private TellsItsHeap() {}

    public static void main(String[] args) {
      ChildJvm.work(
          args,
          in -> {
            if (in.equals("fail")) {
              throw new IllegalStateException("as asked");
            }
            byte[] room = new byte[in.equals("fill") ? 1 << 30 : 1];
            long most = Runtime.getRuntime().maxMemory() >> 20;
            return in + " " + (most > 50 && most <= 64 ? 64 : most) * room.length;
          });
    }
  }
}
