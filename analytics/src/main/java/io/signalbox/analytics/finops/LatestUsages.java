// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, of all deliveries of a response, the one that counts: the highest revision, and of two
 * that contradict each other under one revision always the same. So the order of arrival is
 * forgotten.
 */
public final class LatestUsages {
  private final Map<String, Usage> byId = new HashMap<>();
  private final List<Usage> nameless = new ArrayList<>();

  /** What a delivery did. */
  public enum Effect {
    /** It is the first of its response. */
    NEW,
    /** It says what another said. */
    REPEATED,
    /** It replaces an older revision. */
    REPLACES,
    /** A newer revision came before it. */
    SUPERSEDED,
    /** It contradicts another of the same revision, and counts. */
    CONTRADICTS,
    /** It contradicts another of the same revision, which counts. */
    CONTRADICTED
  }

  /**
   * A delivery and what it met.
   *
   * @param effect what it did
   * @param other the delivery it met, or null
   */
  public record Outcome(Effect effect, @Nullable Usage other) {
    /** Whether the delivery is the one that counts from now on. */
    public boolean counts() {
      return effect == Effect.NEW || effect == Effect.REPLACES || effect == Effect.CONTRADICTS;
    }
  }

  /** Takes a delivery. */
  public Outcome add(Usage usage) {
    String id = usage.identity();
    if (id == null) {
      nameless.add(usage);
      return new Outcome(Effect.NEW, null);
    }
    Usage other = byId.get(id);
    Outcome outcome = new Outcome(other == null ? Effect.NEW : effect(usage, other), other);
    if (outcome.counts()) {
      byId.put(id, usage);
    }
    return outcome;
  }

  /** All that count, in no order. */
  public Collection<Usage> all() {
    List<Usage> all = new ArrayList<>(byId.size() + nameless.size());
    all.addAll(byId.values());
    all.addAll(nameless);
    return all;
  }

  /** Why a usage is not charged that contradicts the one that counts. */
  public static Refusal contradiction(Usage loser) {
    return Refusal.quarantine("contradicts another usage of revision " + loser.revision());
  }

  /** What a delivery does to another of the same response, which counted so far. */
  public static Effect effect(Usage usage, Usage other) {
    if (usage.revision() != other.revision()) {
      return usage.revision() > other.revision() ? Effect.REPLACES : Effect.SUPERSEDED;
    }
    int order = usage.content().compareTo(other.content());
    if (order == 0) {
      return Effect.REPEATED;
    }
    return order > 0 ? Effect.CONTRADICTS : Effect.CONTRADICTED;
  }
}
