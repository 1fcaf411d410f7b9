// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import io.signalbox.analytics.quality.Interval;
import io.signalbox.analytics.quality.QualitySettings;
import io.signalbox.analytics.quality.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells what came of the decisions of one window, again when more is known of them. */
final class ImpactRows {
  private final AgentImpact impact;
  private final ImpactSettings settings;
  private final long startMs;
  private final Map<ImpactGroup, GroupCount> groups;

  ImpactRows(
      AgentImpact impact,
      ImpactSettings settings,
      long startMs,
      Map<ImpactGroup, GroupCount> groups) {
    this.impact = impact;
    this.settings = settings;
    this.startMs = startMs;
    this.groups = groups;
  }

  /** Tells each group that has changed, or that is compared with one that has. */
  void tell(Consumer<DecisionImpact> out) {
    groups.forEach(
        (group, count) -> {
          if (count.changed || others(group).values().stream().anyMatch(one -> one.changed)) {
            count.revision++;
            out.accept(row(group, count));
          }
        });
    groups.values().forEach(count -> count.changed = false);
  }

  /** The groups that one is compared with. */
  private Map<DecisionRole, GroupCount> others(ImpactGroup group) {
    Map<DecisionRole, GroupCount> others = new TreeMap<>();
    if (group.role() == DecisionRole.ACTING) {
      for (ImpactGroup other : List.of(group.baseline(), group.heldOut())) {
        GroupCount count = groups.get(other);
        if (count != null) {
          others.put(other.role(), count);
        }
      }
    }
    return others;
  }

  private DecisionImpact row(ImpactGroup group, GroupCount count) {
    long joined = count.decisions - count.open - count.missed;
    List<WrongCost> costs = new ArrayList<>();
    count.values.forEach(
        (unit, sum) -> {
          if (sum.wrong() > 0) {
            costs.add(new WrongCost(unit, sum.wrong(), sum.loss().toPlainString()));
          }
        });
    return new DecisionImpact(
        impact.environment(),
        impact.agent(),
        group.action(),
        group.model(),
        group.segment(),
        group.role(),
        Instant.ofEpochMilli(startMs),
        Instant.ofEpochMilli(startMs + settings.windowMs()),
        count.revision,
        count.decisions,
        count.open,
        joined,
        count.missed,
        count.late,
        (double) joined / (joined + count.missed),
        count.bad,
        count.unpriced,
        means(group, count),
        costs);
  }

  private List<MeanOutcome> means(ImpactGroup group, GroupCount count) {
    Map<DecisionRole, GroupCount> others = others(group);
    List<MeanOutcome> means = new ArrayList<>();
    add(means, OutcomeMeasure.SUCCESS, "", count, others);
    for (String unit : count.values.keySet()) {
      add(means, OutcomeMeasure.VALUE, unit, count, others);
    }
    return means;
  }

  private void add(
      List<MeanOutcome> means,
      OutcomeMeasure measure,
      String unit,
      GroupCount count,
      Map<DecisionRole, GroupCount> others) {
    Sample own = sample(measure, unit, count);
    if (own == null) {
      return;
    }
    List<Uplift> uplifts = new ArrayList<>();
    others.forEach(
        (role, other) -> {
          Sample compared = sample(measure, unit, other);
          if (compared != null) {
            uplifts.add(own.over(role, compared));
          }
        });
    Interval interval = own.interval(QualitySettings.RISK);
    means.add(
        new MeanOutcome(
            measure,
            unit,
            own.count(),
            own.total(),
            own.mean(),
            interval.lower(),
            interval.upper(),
            uplifts));
  }

  private @Nullable Sample sample(OutcomeMeasure measure, String unit, GroupCount count) {
    if (measure == OutcomeMeasure.SUCCESS) {
      long judged = count.good + count.bad;
      return judged == 0 ? null : new Sample.Rights(new Tally(judged, count.good));
    }
    ValueSum sum = count.values.get(unit);
    return sum == null ? null : new Sample.Values(sum, settings.range(unit));
  }
}
