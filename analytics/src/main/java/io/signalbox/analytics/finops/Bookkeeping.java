// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what changes into the ledgers. What stood there before is not looked up but priced again,
 * by the prices it was priced by: so all that need be remembered of a charge is its usage.
 */
public final class Bookkeeping {
  private final Consumer<Posting> posted;
  private final Consumer<Refused> refused;

  /**
   * A usage that is not charged.
   *
   * @param usage which
   * @param reason why
   * @param quarantined whether it contradicts itself or another
   * @param withdrawn whether that was said before and holds no more
   */
  public record Refused(Usage usage, String reason, boolean quarantined, boolean withdrawn) {}

  /** Tells both where they are wanted. */
  public Bookkeeping(Consumer<Posting> posted, Consumer<Refused> refused) {
    this.posted = posted;
    this.refused = refused;
  }

  /**
   * A usage comes.
   *
   * @param other the delivery of the same response that counted so far, or null
   * @return whether it is the one that counts from now on
   */
  public boolean take(Usage usage, @Nullable Usage other, PriceUsage prices, long toldMs) {
    if (other == null) {
      change(null, price(usage, prices), toldMs);
      return true;
    }
    LatestUsages.Effect effect = LatestUsages.effect(usage, other);
    switch (effect) {
      case CONTRADICTS -> contradicted(other);
      case CONTRADICTED -> contradicted(usage);
      default -> {}
    }
    if (effect != LatestUsages.Effect.REPLACES && effect != LatestUsages.Effect.CONTRADICTS) {
      return false;
    }
    change(price(other, prices), price(usage, prices), toldMs);
    return true;
  }

  /** A price changes that a usage is charged by, or will be. */
  public void reprice(Usage usage, PriceUsage before, PriceUsage after, long toldMs) {
    change(price(usage, before), price(usage, after), toldMs);
  }

  private record Priced(Usage usage, @Nullable Charge charge, @Nullable Refusal refusal) {}

  private static Priced price(Usage usage, PriceUsage prices) {
    try {
      return new Priced(usage, prices.price(usage), null);
    } catch (Refusal why) {
      return new Priced(usage, null, why);
    }
  }

  private void change(@Nullable Priced before, Priced after, long toldMs) {
    Charge old = before == null ? null : before.charge;
    Charge now = after.charge;
    if (old != null && now != null && old.usage().equals(now.usage())) {
      reprice(old, now, toldMs);
      return;
    }
    if (old != null) {
      posted.accept(new Posting(toldMs, old, -1, -1, now));
    }
    if (now != null) {
      posted.accept(new Posting(toldMs, now, 1, 1, old));
    }
    refuse(before, after);
  }

  private void reprice(Charge old, Charge now, long toldMs) {
    if (old.equals(now)) {
      return;
    }
    boolean sameThen = old.difference().compareTo(now.difference()) == 0 && sameThen(old, now);
    boolean sameSince = !old.turnedOut() && !now.turnedOut();
    if (sameThen && sameSince && old.doubt().compareTo(now.doubt()) == 0) {
      return; // only what is listed differs, and what is in doubt does not
    }
    int both = sameThen ? 0 : 1;
    posted.accept(new Posting(toldMs, old, -both, -1));
    posted.accept(new Posting(toldMs, now, both, 1));
  }

  /** Whether no price differs that was known at the time of use. */
  private static boolean sameThen(Charge old, Charge now) {
    if (old.parts().size() != now.parts().size() || !old.provider().equals(now.provider())) {
      return false;
    }
    for (int i = 0; i < old.parts().size(); i++) {
      Charge.Part a = old.parts().get(i);
      Charge.Part b = now.parts().get(i);
      if (!a.field().equals(b.field()) || a.known().compareTo(b.known()) != 0) {
        return false;
      }
    }
    return true;
  }

  private void refuse(@Nullable Priced before, Priced after) {
    Refusal old = before == null ? null : before.refusal;
    Refusal now = after.refusal;
    if (old != null && now != null && old.reason().equals(now.reason())) {
      return;
    }
    if (before != null && old != null) {
      refused.accept(new Refused(before.usage, old.reason(), old.quarantined(), true));
    }
    if (now != null) {
      refused.accept(new Refused(after.usage, now.reason(), now.quarantined(), false));
    }
  }

  private void contradicted(Usage loser) {
    Refusal why = LatestUsages.contradiction(loser);
    refused.accept(new Refused(loser, why.reason(), why.quarantined(), false));
  }
}
