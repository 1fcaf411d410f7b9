// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decisions of an agent that are counted together.
 *
 * @param action what was chosen; empty for all actions
 * @param model version that decided; empty for all versions
 * @param segment part of the decisions; empty for all parts
 * @param role what they are for
 */
public record ImpactGroup(String action, String model, String segment, DecisionRole role)
    implements Comparable<ImpactGroup> {
  private static final Comparator<ImpactGroup> ORDER =
      Comparator.comparing(ImpactGroup::action)
          .thenComparing(ImpactGroup::model)
          .thenComparing(ImpactGroup::segment)
          .thenComparing(ImpactGroup::role);

  @Override
  public int compareTo(ImpactGroup other) {
    return ORDER.compare(this, other);
  }

  /** The same decisions, had they not been carried out. */
  ImpactGroup heldOut() {
    return new ImpactGroup(action, model, segment, DecisionRole.HOLDOUT);
  }

  /** All that was decided by the baseline in the same segment, whatever it chose. */
  ImpactGroup baseline() {
    return new ImpactGroup("", "", segment, DecisionRole.BASELINE);
  }

  /**
   * The groups that a decision is in: its action and all, by version, by segment and as a whole.
   */
  static Set<ImpactGroup> of(Decision decision) {
    Set<ImpactGroup> groups = new TreeSet<>();
    for (String action : new String[] {decision.action(), ""}) {
      groups.add(new ImpactGroup(action, "", "", decision.role()));
      groups.add(new ImpactGroup(action, decision.model(), "", decision.role()));
      groups.add(new ImpactGroup(action, "", decision.segment(), decision.role()));
    }
    return groups;
  }
}
