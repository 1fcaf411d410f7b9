// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.analytics.finops.Bookkeeping;
import io.signalbox.analytics.finops.CostCells;
import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.PriceBook;
import io.signalbox.analytics.finops.PriceUsage;
import io.signalbox.schemas.finops.CatalogueJson;
import io.signalbox.schemas.finops.StoredUsage;
import io.signalbox.schemas.finops.UsageBatch;
import io.signalbox.schemas.finops.UsageCodec;
import io.signalbox.schemas.finops.UsageLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a usage costs beside Flink and its state: to be read, and to be priced and summed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class UsageBenchmark {
  private static final int USAGES = 1 << 14;

  private final UsageLines reader = new UsageLines(new ExchangeRates());
  private final UsageCodec codec = UsageCodec.knowing();
  private final CostCells cells = new CostCells();
  private final Bookkeeping books = new Bookkeeping(cells::add, UsageBenchmark::none);
  private final byte[][] lines = new byte[USAGES][];
  private final UsageBatch[] batches = new UsageBatch[USAGES];
  private PriceUsage prices = new PriceUsage(new PriceBook.Writer().book());
  private int next;
  private long charges;

  /** Makes usages, and reads prices. */
  @Setup
  public void make() throws IOException {
    UsageLoad load = new UsageLoad(USAGES);
    for (int i = 0; i < USAGES; i++) {
      lines[i] = load.map((long) i);
      batches[i] = reader.read("usages", i, lines[i], Long.MAX_VALUE);
    }
    Path file = Files.createTempFile("prices", ".json");
    PriceBook.Writer book = new PriceBook.Writer();
    CatalogueJson.read(Files.writeString(file, FinopsWiring.PRICES), book);
    Files.delete(file);
    prices = new PriceUsage(book.book());
  }

  private int turn() {
    next = (next + 1) & (USAGES - 1);
    return next;
  }

  /** From a line of JSON to what is shuffled. */
  @Benchmark
  public UsageBatch read() {
    int turn = turn();
    return reader.read("usages", turn, lines[turn], Long.MAX_VALUE);
  }

  /** From what was shuffled to postings, and sums of as many as a second has. */
  @Benchmark
  public long charge() {
    int turn = turn();
    batches[turn].forEach(this::take);
    if (turn == 0) {
      cells.drain((key, sum) -> count(sum), (cell, sum) -> count(sum));
    }
    return charges;
  }

  private void take(StoredUsage stored) {
    books.take(stored.usage(stored.key(), codec), null, prices, 0);
  }

  private void count(CostSum sum) {
    charges += sum.charges();
  }

  private static void none(Bookkeeping.Refused refused) {
    throw new IllegalStateException(refused.reason());
  }
}
