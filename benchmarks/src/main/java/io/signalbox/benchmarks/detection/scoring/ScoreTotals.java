// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.scoring;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What all files of a run came to. */
public final class ScoreTotals {
  private final Map<Irregularity, Long> counts = new TreeMap<>();
  private long files;
  private long rows;
  private long alarms;

  void add(FileReport report) {
    boolean skipped = report.counts().containsKey(Irregularity.SKIPPED);
    files += skipped ? 0 : 1;
    rows += report.rows();
    alarms += report.alarms();
    report.counts().forEach((kind, count) -> counts.merge(kind, count, Long::sum));
  }

  void passedOver() {
    counts.merge(Irregularity.SKIPPED, 1L, Long::sum);
  }

  /** Files written. */
  public long files() {
    return files;
  }

  /** Rows written. */
  public long rows() {
    return rows;
  }

  /** How often an irregularity was met. */
  public long count(Irregularity kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** A line for people. */
  public String line() {
    StringBuilder line = new StringBuilder();
    line.append(count(files, "file")).append(" scored, ");
    line.append(count(rows, "row")).append(", ").append(count(alarms, "alarm"));
    counts.forEach(
        (kind, count) ->
            line.append(String.format(Locale.ROOT, "; %,d %s", count, kind.label(count))));
    return line.toString();
  }

  private static String count(long count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }
}
