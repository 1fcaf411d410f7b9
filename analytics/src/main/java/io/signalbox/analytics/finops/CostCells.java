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

  /**
   * All that is told apart.
   *
   * @param owner for whom
   * @param provider who charges
   * @param model which answered, or the machine that was held
   * @param hourMs the first moment of the hour of use, epoch milliseconds
   * @param compute whether a machine was held
   */
  public record Cell(Owner owner, String provider, String model, long hourMs, boolean compute) {}

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
            CalendarWindow.HOUR.start(usage.atMs()),
            usage.compute());
    cells.computeIfAbsent(cell, missing -> new CostSum()).add(posting);
  }

  /** Tells the sums under all views, then those of all that is told apart, and begins anew. */
  public void drain(BiConsumer<Key, CostSum> views, BiConsumer<Cell, CostSum> finest) {
    Map<Key, CostSum> sums = new HashMap<>();
    cells.forEach(
        (cell, sum) -> {
          long day = Math.floorDiv(cell.hourMs, MS_A_DAY);
          for (CostView view : VIEWS) {
            String value = view.valueOf(cell.owner, cell.provider, cell.model);
            Key key = new Key(view, cell.owner.payer(), value, day);
            sums.computeIfAbsent(key, missing -> new CostSum()).add(sum);
          }
        });
    sums.forEach(views);
    cells.forEach(finest);
    cells.clear();
  }
}
