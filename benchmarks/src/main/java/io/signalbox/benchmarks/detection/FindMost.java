// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import io.signalbox.benchmarks.runs.ChildJvm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the most series that a heap holds. It holds them when, after every series has had its warm
 * up, a window with the wanted checkpoints is completed and collectors take at most a fifth of its
 * wall time.
 */
public final class FindMost {
  /** Share of the wall time that collectors may take. */
  public static final double MOST_GC = 0.2;

  private static final double STEP = 1.1;

  /** Numbers that are nearer than this are one: services are whole. */
  private static final double HALF_STEP = 1.05;

  private static final double FIRST = 0.7;
  private static final int TRIES = 8;

  private final Run run;
  private final RunSpec spec;
  private final Consumer<String> progress;

  /** One run, which fails with {@link ChildJvm.Failed} when its memory is not enough. */
  @FunctionalInterface
  public interface Run {
    /** Runs it. */
    RunResult of(RunSpec spec) throws Exception;
  }

  /**
   * Makes a search.
   *
   * @param run a run in the heap in question
   * @param spec settings of all runs
   * @param progress told after each try
   */
  public FindMost(Run run, RunSpec spec, Consumer<String> progress) {
    this.run = run;
    this.spec = spec;
    this.progress = progress;
  }

  /**
   * What was found.
   *
   * @param heapBytes the heap
   * @param series the most that it holds; 0 when it never held what was tried
   * @param bytesPerSeries live heap for each series at that
   * @param refused the least that it does not hold; 0 when it held all that was tried
   * @param why it does not
   * @param tried figures of the runs that held
   */
  public record Found(
      long heapBytes,
      long series,
      double bytesPerSeries,
      long refused,
      String why,
      List<DetectFigure> tried) {}

  /**
   * Searches from what a smaller run says about the size of a series, in steps of a tenth.
   *
   * @param heapBytes size of the heap that the bench runs with
   * @param startSeries a number of series that surely fits
   */
  public Found search(long heapBytes, long startSeries) throws Exception {
    List<DetectFigure> held = new ArrayList<>();
    Attempt first = attempt(startSeries);
    if (first.figure() == null) {
      return new Found(heapBytes, 0, 0, startSeries, first.why(), held);
    }
    held.add(first.figure());
    double guess = FIRST * heapBytes / first.figure().liveBytesPerSeries();
    long series = Math.max(startSeries, (long) guess);
    long refused = 0;
    String why = "";
    for (int i = 0; i < TRIES; i++) {
      Attempt attempt = attempt(series);
      if (attempt.figure() != null) {
        held.add(attempt.figure());
      } else {
        refused = series;
        why = attempt.why();
      }
      boolean growing = attempt.figure() != null;
      long next = (long) (growing ? series * STEP : series / STEP);
      boolean known =
          growing ? refused != 0 && next * HALF_STEP >= refused : next <= most(held) * HALF_STEP;
      if (known) {
        break;
      }
      series = next;
    }
    DetectFigure most = held.get(held.size() - 1);
    return new Found(heapBytes, most(held), most.liveBytesPerSeries(), refused, why, held);
  }

  private static long most(List<DetectFigure> held) {
    return held.stream().mapToLong(DetectFigure::allSeries).max().orElse(0);
  }

  private record Attempt(@Nullable DetectFigure figure, String why) {}

  private Attempt attempt(long series) throws Exception {
    RunSpec sized = spec.withServices(Sweep.services(series, spec));
    try {
      DetectFigure figure = DetectFigure.of(sized, List.of(run.of(sized)));
      String gc = String.format(Locale.ROOT, "collectors take %.0f%%", 100 * figure.gcShare());
      boolean holds = figure.gcShare() <= MOST_GC;
      progress.accept(
          String.format(
              Locale.ROOT,
              "%,d series: %s, %,.0f points per cpu-second, %.0f bytes of heap a series: %s",
              figure.allSeries(),
              gc,
              figure.pointsPerCpuSecond(),
              figure.liveBytesPerSeries(),
              holds ? "held" : "not held"));
      return new Attempt(holds ? figure : null, gc + " of the time");
    } catch (ChildJvm.Failed failed) {
      if (!failed.exhausted()) {
        throw failed;
      }
      progress.accept(String.format(Locale.ROOT, "%,d series: out of memory", series));
      return new Attempt(null, "out of memory");
    }
  }
}
