// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.budgets.BudgetSpend;
import io.signalbox.analytics.finops.budgets.Cause;
import io.signalbox.analytics.finops.budgets.SpendKey;
import io.signalbox.schemas.signals.BytesSerializer;
import java.math.BigDecimal;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/**
 * Bytes of what is spent of a budget: version, budget, times, use, money, cause, and whether a
 * budget below counts it. Version 2; in version 1 that is not said.
 */
public final class BudgetSpendSerializer extends BytesSerializer<BudgetSpend> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final BudgetSpendSerializer INSTANCE = new BudgetSpendSerializer();

  private static final int VERSION = 2;
  private static final int FIRST_VERSION = 1;
  private static final int UNKNOWN = 0;
  private static final int ALLOCATED = 1;
  private static final int UNALLOCATED = 2;
  private static final Cause[] CAUSES = Cause.values();

  @Override
  public BudgetSpend createInstance() {
    BigDecimal none = BigDecimal.ZERO;
    return new BudgetSpend("", 0, new SpendKey(0, ""), none, none, Cause.USE, null);
  }

  @Override
  protected byte[] write(BudgetSpend spend) {
    LedgerWriter out = new LedgerWriter().put(VERSION).text(spend.budget());
    out.signed(spend.toldMs()).signed(spend.key().atMs()).text(spend.key().id());
    out.decimal(spend.known()).decimal(spend.correction()).count(spend.cause().ordinal());
    Boolean below = spend.allocated();
    out.put(below == null ? UNKNOWN : below ? ALLOCATED : UNALLOCATED);
    return out.toBytes();
  }

  @Override
  protected BudgetSpend read(byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, VERSION, FIRST_VERSION);
    String budget = in.text();
    long toldMs = in.signed();
    SpendKey key = new SpendKey(in.signed(), in.text());
    BigDecimal known = in.decimal();
    BigDecimal correction = in.decimal();
    Cause cause = CAUSES[(int) in.count()];
    int below = in.version() == FIRST_VERSION ? UNKNOWN : in.take();
    Boolean allocated = below == UNKNOWN ? null : below == ALLOCATED;
    return new BudgetSpend(budget, toldMs, key, known, correction, cause, allocated);
  }

  @Override
  public TypeSerializerSnapshot<BudgetSpend> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer; old versions are told apart by the bytes of each item. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<BudgetSpend> {
    /** Called by Flink. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
