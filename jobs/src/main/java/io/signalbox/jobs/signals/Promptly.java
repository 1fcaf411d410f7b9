// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Sends what is few and waited for without letting it wait for a buffer to fill: up to 100 ms at
 * each shuffle by default, for records and watermarks alike.
 */
public final class Promptly {
  private static final long LONGEST_MS = 5;

  private Promptly() {}

  /** The operator, which from now on holds nothing back for longer than a few milliseconds. */
  public static <T> SingleOutputStreamOperator<T> send(SingleOutputStreamOperator<T> operator) {
    return operator.setBufferTimeout(LONGEST_MS);
  }
}
