// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows the price of one field of one model. A leap waits: the accepted price holds until a
 * person approves it, or until a later price within five times of the accepted shows what was
 * meant; that then held, it turns out, since the leap.
 */
public final class PriceFold {
  private final String field;
  private final Timeline.Steps known = new Timeline.Steps();
  private final Timeline.Steps corrected = new Timeline.Steps();
  private final Timeline.Steps listed = new Timeline.Steps();
  private final List<Quarantine> ended = new ArrayList<>();
  private @Nullable BigDecimal accepted;
  private @Nullable Quarantine waiting;

  /** A fold over the events of one field of one model. */
  public PriceFold(String field) {
    this.field = field;
  }

  /** Takes the next event; they come in the order of what was known when. */
  public void add(PriceEvent event) {
    if (event.judgement() != null) {
      judge(event.knownMs(), event.judgement());
    } else if (event.price() == null) {
      remove(event.knownMs());
    } else {
      price(event, event.price());
    }
  }

  /** What is known by now. */
  public PriceSeries series() {
    List<Quarantine> all = new ArrayList<>(ended);
    if (waiting != null) {
      all.add(waiting);
    }
    return new PriceSeries(
        field, known.timeline(), corrected.timeline(), listed.timeline(), List.copyOf(all));
  }

  private void price(PriceEvent event, BigDecimal price) {
    long at = event.knownMs();
    BigDecimal before = accepted == null ? event.before() : accepted;
    listed.from(at, price);
    if (before == null || !Quarantine.leaps(before, price)) {
      accept(at, price);
    } else {
      hold(event, before, price);
    }
  }

  private void accept(long at, BigDecimal price) {
    if (waiting != null) {
      corrected.from(waiting.fromMs(), price);
      end(waiting.ended(at, price, "replaced"));
    } else {
      corrected.from(at, price);
    }
    known.from(at, price);
    accepted = price;
  }

  private void hold(PriceEvent event, BigDecimal before, BigDecimal price) {
    if (accepted == null) { // the first we hear of it: what it was so far is all that is accepted
      accepted = before;
      known.from(event.knownMs(), before);
      corrected.from(event.knownMs(), before);
    }
    long at = event.knownMs();
    long from = at;
    if (waiting != null) {
      from = waiting.fromMs();
      end(waiting.ended(at, null, "superseded"));
    }
    waiting = new Quarantine(event.model(), field, before, price, at, from, null, null, "waiting");
  }

  private void remove(long at) {
    if (waiting != null) {
      end(waiting.ended(at, null, "removed"));
    }
    known.from(at, null);
    corrected.from(at, null);
    listed.from(at, null);
    accepted = null;
  }

  private void judge(long at, PriceEvent.Judgement judgement) {
    Long meant = judgement.effectiveMs();
    if (waiting == null || (meant != null && meant != waiting.claimedMs())) {
      return;
    }
    if (judgement.approved()) {
      BigDecimal price = waiting.claimed();
      known.from(at, price);
      corrected.from(waiting.claimedMs(), price);
      accepted = price;
      end(waiting.ended(at, price, "approved"));
    } else {
      end(waiting.ended(at, null, "rejected"));
    }
  }

  private void end(Quarantine one) {
    ended.add(one);
    waiting = null;
  }
}
