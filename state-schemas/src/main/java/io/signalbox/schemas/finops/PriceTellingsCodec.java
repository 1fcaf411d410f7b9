// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.PriceEvent;
import io.signalbox.analytics.finops.PriceTelling;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes of all that was told of the prices of one model. Version 1. */
public final class PriceTellingsCodec {
  private static final int VERSION = 1;
  private static final int PRICE = 0;
  private static final int REJECTED = 1;
  private static final int APPROVED = 2;

  private PriceTellingsCodec() {}

  /** Writes them. */
  public static byte[] write(Collection<PriceTelling> tellings) {
    LedgerWriter out = new LedgerWriter().put(VERSION).count(tellings.size());
    for (PriceTelling one : tellings) {
      PriceEvent event = one.event();
      out.count(one.sequence()).signed(event.knownMs()).text(event.model()).text(event.field());
      optional(event.before(), out);
      optional(event.price(), out);
      judgement(event.judgement(), out);
    }
    return out.toBytes();
  }

  private static void optional(@Nullable BigDecimal price, LedgerWriter out) {
    out.put(price == null ? 0 : 1);
    if (price != null) {
      out.decimal(price);
    }
  }

  private static void judgement(PriceEvent.@Nullable Judgement said, LedgerWriter out) {
    if (said == null) {
      out.put(PRICE);
      return;
    }
    Long effective = said.effectiveMs();
    out.put(said.approved() ? APPROVED : REJECTED).put(effective == null ? 0 : 1);
    out.signed(effective == null ? 0 : effective);
  }

  /** Reads them. */
  public static List<PriceTelling> read(byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, VERSION);
    List<PriceTelling> all = new ArrayList<>();
    for (int left = in.length(); left > 0; left--) {
      long sequence = in.count();
      long knownMs = in.signed();
      String model = in.text();
      String field = in.text();
      BigDecimal before = in.take() == 0 ? null : in.decimal();
      BigDecimal price = in.take() == 0 ? null : in.decimal();
      PriceEvent.Judgement said = judgement(in);
      all.add(
          new PriceTelling(sequence, new PriceEvent(knownMs, model, field, before, price, said)));
    }
    return all;
  }

  private static PriceEvent.@Nullable Judgement judgement(LedgerReader in) {
    int kind = in.take();
    if (kind == PRICE) {
      return null;
    }
    boolean effective = in.take() != 0;
    long at = in.signed();
    return new PriceEvent.Judgement(kind == APPROVED, effective ? at : null);
  }
}
