// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

/** Bytes that one task may keep back from the state backend. */
final class MemoryBudget {
  private final long most;
  private long used;

  /** Nothing used yet of so many bytes. */
  MemoryBudget(long most) {
    this.most = most;
  }

  /** Takes more, or gives back; false, and nothing taken, when there is not so much. */
  boolean change(long bytes) {
    if (bytes > 0 && used + bytes > most) {
      return false;
    }
    used += bytes;
    return true;
  }

  /** Gives back. */
  void release(long bytes) {
    used -= bytes;
  }

  /** Bytes in use. */
  long used() {
    return used;
  }
}
