// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.paging;

import io.signalbox.benchmarks.runs.Quantiles;
import io.signalbox.benchmarks.runs.Window;
import java.util.List;
import java.util.Locale;

/**
 * How long revisions took.
 *
 * @param revisions that were measured
 * @param sendP50 wall time from the watermark that releases a revision to its being given to the
 *     producer, milliseconds
 * @param sendP99 the same
 * @param sendMost the same
 * @param commitP50 wall time from there to a reader of what is committed, milliseconds
 * @param commitP99 the same
 * @param commitMost the same
 * @param checkpointMs time from one checkpoint to the next
 * @param window of the whole run; its points are seconds of event time
 */
public record PagingResult(
    int revisions,
    double sendP50,
    double sendP99,
    double sendMost,
    double commitP50,
    double commitP99,
    double commitMost,
    long checkpointMs,
    Window window) {

  static PagingResult of(PagingSpec spec, List<PagingClock.Way> ways, Window window) {
    double[] sends = ways.stream().mapToDouble(PagingClock.Way::releaseToSendMs).sorted().toArray();
    double[] commits =
        ways.stream().mapToDouble(PagingClock.Way::sendToReaderMs).sorted().toArray();
    return new PagingResult(
        ways.size(),
        Quantiles.of(sends, 0.5),
        Quantiles.of(sends, 0.99),
        Quantiles.of(sends, 1),
        Quantiles.of(commits, 0.5),
        Quantiles.of(commits, 0.99),
        Quantiles.of(commits, 1),
        spec.checkpointMs(),
        window);
  }

  /** The figures beside the goal. */
  public List<String> lines() {
    return List.of(
        String.format(
            Locale.ROOT, "%,d revisions, a checkpoint each %,d ms", revisions, checkpointMs),
        line("wall time, ms", "p50", "p99", "most", "goal p99"),
        figures("watermark to the producer", sendP50, sendP99, sendMost, "200"),
        figures("producer to a reader of what is committed", commitP50, commitP99, commitMost, ""));
  }

  private static String figures(String name, double p50, double p99, double most, String goal) {
    return line(name, ms(p50), ms(p99), ms(most), goal);
  }

  private static String ms(double value) {
    return String.format(Locale.ROOT, "%,.1f", value);
  }

  private static String line(String name, String p50, String p99, String most, String goal) {
    return String.format(Locale.ROOT, "%-44s %10s %10s %10s %9s", name, p50, p99, most, goal);
  }
}
