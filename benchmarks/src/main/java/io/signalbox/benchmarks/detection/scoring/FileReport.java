// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was found in a file beside its scores. */
public final class FileReport {
  private static final int NAMED = 3;

  private final String file;
  private final Map<Irregularity, Long> counts = new TreeMap<>();
  private final List<String> named = new ArrayList<>();
  private long rows;
  private long alarms;

  FileReport(String file) {
    this.file = file;
  }

  void row(boolean alarm) {
    rows++;
    alarms += alarm ? 1 : 0;
  }

  /** Counts an irregularity; the first few of each kind are named. */
  void note(Irregularity kind, long line, String detail) {
    long count = counts.merge(kind, 1L, Long::sum);
    if (count <= NAMED) {
      named.add(file + ":" + line + ": " + detail);
    }
  }

  /** Lines for people: file, line, reason; few, however much is wrong. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(named);
    counts.forEach(
        (kind, count) -> {
          if (count > NAMED) {
            lines.add(
                file
                    + ": "
                    + (count - NAMED)
                    + " more "
                    + kind.label(count - NAMED)
                    + " not shown");
          }
        });
    return lines;
  }

  /** Relative path of the file. */
  public String file() {
    return file;
  }

  /** Rows written. */
  public long rows() {
    return rows;
  }

  /** Rows that raised an alarm. */
  public long alarms() {
    return alarms;
  }

  /** How often each irregularity was met. */
  public Map<Irregularity, Long> counts() {
    return counts;
  }
}
