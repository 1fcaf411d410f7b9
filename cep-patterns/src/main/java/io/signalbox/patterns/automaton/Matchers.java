// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import io.signalbox.patterns.conditions.CompiledPattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All patterns that are matched together. Immutable, but for a memory; for one thread. */
public final class Matchers {
  /** Types of events are few; should they be many, not all are remembered. */
  private static final int REMEMBERED_TYPES = 4096;

  private final List<Matcher> all;
  private final boolean calm;
  private final Map<String, Boolean> fitting = new HashMap<>();

  /**
   * Makes them ready.
   *
   * @throws UnsupportedPattern when the automaton cannot run one
   */
  public static Matchers of(List<CompiledPattern> patterns) {
    return new Matchers(patterns.stream().map(Matcher::new).toList());
  }

  private Matchers(List<Matcher> all) {
    this.all = all;
    calm = all.stream().allMatch(Matcher::isCalm);
  }

  /** All of them. */
  public List<Matcher> all() {
    return all;
  }

  /**
   * True when an event of that type may make a difference to some pattern: a stage may fit it, or a
   * stage must follow strictly, so that any event between matters.
   */
  public boolean concerns(String type) {
    if (!calm) {
      return true;
    }
    Boolean known = fitting.get(type);
    if (known == null) {
      known = all.stream().anyMatch(matcher -> matcher.canFit(type));
      if (fitting.size() < REMEMBERED_TYPES) {
        fitting.put(type, known);
      }
    }
    return known;
  }

  /** Index of the pattern whose state was stored under that name, if it is still the same. */
  Optional<Integer> indexOf(String id, int version, long fingerprint) {
    for (int i = 0; i < all.size(); i++) {
      Matcher matcher = all.get(i);
      if (matcher.fingerprint() == fingerprint
          && matcher.pattern().version() == version
          && matcher.pattern().id().equals(id)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
