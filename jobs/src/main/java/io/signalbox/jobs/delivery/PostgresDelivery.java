// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import io.signalbox.jobs.options.PostgresOptions;
import java.time.Duration;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.jspecify.annotations.Nullable;

/**
 * Writes items to a table of PostgreSQL, a load at a time, and looks twice a second whether there
 * is another.
 *
 * @param <T> what is written
 */
abstract class PostgresDelivery<T> extends Delivery<T> {
  private static final long serialVersionUID = 1;
  private static final long TICK_MS = 500;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final PostgresOptions options;

  /** Set from {@link #open} on. */
  transient @Nullable PostgresTable table;

  /** Set from {@link #open} on. */
  transient @Nullable Courier courier;

  PostgresDelivery(PostgresOptions options) {
    this.options = options;
  }

  /** Writes a JSON array of records, its one parameter. */
  abstract String statement();

  /** How many items the database has not taken yet. */
  abstract long waiting();

  /** Sends the next load if there is one and the last is done. */
  abstract void send() throws Exception;

  @Override
  public void open() throws Exception {
    super.open();
    MetricGroup metrics = getMetricGroup().addGroup("postgres");
    metrics.gauge("unwritten", this::waiting);
    table =
        new PostgresTable(
            options, statement(), metrics.counter("refused", new ThreadSafeSimpleCounter()));
    courier = courier("PostgreSQL", LONGEST_PAUSE, metrics);
    tick(getProcessingTimeService().getCurrentProcessingTime());
  }

  private void tick(long time) throws Exception {
    send();
    var unused = getProcessingTimeService().registerTimer(time + TICK_MS, this::tick);
  }

  @Override
  public void close() throws Exception {
    super.close();
    if (table != null) {
      table.close();
    }
  }
}
