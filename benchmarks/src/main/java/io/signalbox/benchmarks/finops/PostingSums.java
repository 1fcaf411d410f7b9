// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.analytics.finops.Posting;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;

/**
 * Adds up postings as they pass, and drops them. Sums of all tasks are static because the tasks are
 * made by Flink, out of reach.
 */
final class PostingSums extends RichFilterFunction<Posting> {
  private static final long serialVersionUID = 1;
  private static final List<Sum> TASKS = new CopyOnWriteArrayList<>();

  private transient Sum sum;

  /**
   * What passed.
   *
   * @param charges written less those taken back, in the ledger of what was known
   * @param corrections postings of the other ledger alone
   * @param asKnown sum of the former, in USD
   * @param correction sum of what turned out otherwise, in USD
   */
  record Passed(long charges, long corrections, BigDecimal asKnown, BigDecimal correction) {}

  private static final class Sum {
    private long charges;
    private long corrections;
    private BigDecimal asKnown = BigDecimal.ZERO;
    private BigDecimal correction = BigDecimal.ZERO;

    synchronized void add(Posting posting) {
      charges += posting.known();
      if (posting.known() == 0) {
        corrections++;
      } else {
        asKnown = asKnown.add(posting.asKnown());
      }
      correction = correction.add(posting.correction());
    }

    synchronized Passed passed(Passed others) {
      return new Passed(
          others.charges + charges,
          others.corrections + corrections,
          others.asKnown.add(asKnown),
          others.correction.add(correction));
    }
  }

  /** What passed in all tasks of this process. */
  static Passed passed() {
    Passed passed = new Passed(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);
    for (Sum task : TASKS) {
      passed = task.passed(passed);
    }
    return passed;
  }

  @Override
  public void open(OpenContext context) {
    sum = new Sum();
    TASKS.add(sum);
  }

  @Override
  public boolean filter(Posting posting) {
    sum.add(posting);
    return false;
  }
}
