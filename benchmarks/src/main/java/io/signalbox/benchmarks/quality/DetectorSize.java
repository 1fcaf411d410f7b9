// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import com.sun.management.ThreadMXBean;
import io.signalbox.analytics.quality.DriftSettings;
import io.signalbox.analytics.quality.RateDetector;
import io.signalbox.analytics.quality.ValueDetector;
import io.signalbox.schemas.quality.DetectorCodec;
import io.signalbox.schemas.signals.FlatWriter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/**
 * What one detector takes up, of one key and metric.
 *
 * @param detector what it watches
 * @param stateBytes in state and checkpoints: the most that was seen in a hundred thousand values
 * @param heapBytes as long as it is decoded
 */
public record DetectorSize(String detector, int stateBytes, long heapBytes) {
  private static final int VALUES = 100_000;
  private static final int EACH = 100;
  private static final long BEGIN_MS = 1_767_600_000_000L;

  /** Measures a rate and a number. */
  public static List<DetectorSize> all() {
    RateDetector rate = new RateDetector(DriftSettings.DEFAULT);
    ValueDetector number = new ValueDetector(DriftSettings.DEFAULT);
    return List.of(
        new DetectorSize(
            "rate",
            stateBytes(
                value -> rate.add(value < .1, BEGIN_MS),
                out -> DetectorCodec.write(out, rate.memory())),
            heapBytes(() -> new RateDetector(DriftSettings.DEFAULT))),
        new DetectorSize(
            "number",
            stateBytes(
                value -> number.add(value, BEGIN_MS),
                out -> DetectorCodec.write(out, number.memory())),
            heapBytes(() -> new ValueDetector(DriftSettings.DEFAULT))));
  }

  private static int stateBytes(DoubleConsumer detector, Consumer<FlatWriter> writing) {
    SplittableRandom random = new SplittableRandom(1);
    int most = 0;
    for (int i = 1; i <= VALUES; i++) {
      detector.accept(random.nextDouble());
      if (i % EACH == 0) {
        FlatWriter out = new FlatWriter(1);
        writing.accept(out);
        most = Math.max(most, out.toBytes().length);
      }
    }
    return most;
  }

  /** All that is allocated for a new one is kept. */
  private static long heapBytes(Supplier<Object> detectors) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Object[] kept = new Object[1_000];
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < kept.length; i++) {
      kept[i] = detectors.get();
    }
    return (threads.getCurrentThreadAllocatedBytes() - before) / kept.length;
  }

  /** The sizes in words. */
  public static List<String> lines(List<DetectorSize> sizes) {
    return sizes.stream()
        .map(
            size ->
                String.format(
                    Locale.ROOT,
                    "detector of a %s: at most %,d bytes in state, %,d on the heap",
                    size.detector,
                    size.stateBytes,
                    size.heapBytes))
        .toList();
  }
}
