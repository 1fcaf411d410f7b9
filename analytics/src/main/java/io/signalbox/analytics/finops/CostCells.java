// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Sums postings before they go anywhere, once for each combination of what is told apart, because
 * many charges differ in nothing but their numbers.
 */
public final class CostCells {
  private static final long MS_A_DAY = 86_400_000L;
  private static final CostView[] VIEWS = CostView.values();

  private final Map<Cell, CostSum> cells = new HashMap<>();

  private record Cell(Owner owner, String provider, String model, long day) {}

  /**
   * Of what a sum is.
   *
   * @param view by what costs are told apart
   * @param tenant who pays
   * @param value under the view
   * @param epochDay of the usage, in UTC
   */
  public record Key(CostView view, String tenant, String value, long epochDay) {}

  /** Adds a posting. */
  public void add(Posting posting) {
    Usage usage = posting.charge().usage();
    Cell cell =
        new Cell(
            usage.owner(),
            posting.charge().provider(),
            usage.model(),
            Math.floorDiv(usage.atMs(), MS_A_DAY));
    cells.computeIfAbsent(cell, missing -> new CostSum()).add(posting);
  }

  /** Tells the sums under all views and begins anew. */
  public void drain(BiConsumer<Key, CostSum> to) {
    Map<Key, CostSum> sums = new HashMap<>();
    cells.forEach(
        (cell, sum) -> {
          for (CostView view : VIEWS) {
            String value = view.valueOf(cell.owner, cell.provider, cell.model);
            Key key = new Key(view, cell.owner.payer(), value, cell.day);
            sums.computeIfAbsent(key, missing -> new CostSum()).add(sum);
          }
        });
    cells.clear();
    sums.forEach(to);
  }
}
