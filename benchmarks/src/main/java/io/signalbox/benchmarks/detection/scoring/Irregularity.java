// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.scoring;

/** What may be wrong with a file of a series; none of it ends the command. */
public enum Irregularity {
  /** The file holds no series and is passed over. */
  SKIPPED("file passed over", "files passed over"),
  /** The file could not be read to its end. */
  DAMAGED("file damaged", "files damaged"),
  /** The time or the value of a row is missing or is none. */
  UNREADABLE("unreadable row", "unreadable rows"),
  /** The time of a row is that of the row before. */
  REPEATED("repeated timestamp", "repeated timestamps"),
  /** The time of a row is before that of the row before. */
  BACKWARD("backward timestamp", "backward timestamps"),
  /** More than twice the usual step lies between two rows. */
  GAP("gap", "gaps");

  private final String one;
  private final String many;

  Irregularity(String one, String many) {
    this.one = one;
    this.many = many;
  }

  /** For people. */
  public String label(long count) {
    return count == 1 ? one : many;
  }
}
