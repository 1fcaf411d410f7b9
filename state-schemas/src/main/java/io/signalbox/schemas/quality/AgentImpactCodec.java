// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.impact.AgentImpact;
import io.signalbox.analytics.quality.impact.DecisionRole;
import io.signalbox.analytics.quality.impact.GroupCount;
import io.signalbox.analytics.quality.impact.ImpactGroup;
import io.signalbox.analytics.quality.impact.ImpactSettings;
import io.signalbox.analytics.quality.impact.ValueSum;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.util.TreeMap;

/** What is remembered of the decisions of an agent. */
public final class AgentImpactCodec {
  private static final int VERSION = 1;

  private AgentImpactCodec() {}

  /** The bytes of what is remembered; the same for what would go on alike. */
  public static byte[] write(AgentImpact impact) {
    FlatWriter out = new FlatWriter(VERSION);
    out.text(impact.environment()).text(impact.agent());
    out.count(impact.uncounted).signed(impact.nextTellingMs).count(impact.windows.size());
    impact.windows.forEach(
        (startMs, groups) -> {
          out.signed(startMs).count(groups.size());
          groups.forEach(
              (group, count) -> {
                out.text(group.action()).text(group.model()).text(group.segment());
                FlatFields.write(out, group.role());
                write(out, count);
              });
        });
    return out.toBytes();
  }

  private static void write(FlatWriter out, GroupCount count) {
    out.count(count.decisions).count(count.open).count(count.missed).count(count.late);
    out.count(count.good).count(count.bad).count(count.unpriced);
    out.count(count.revision).flag(count.changed).count(count.values.size());
    count.values.forEach(
        (unit, sum) -> {
          out.text(unit).count(sum.count()).count(sum.wrong()).signed(sum.outside());
          DecisionFields.write(out, sum.sum());
          DecisionFields.write(out, sum.squares());
          DecisionFields.write(out, sum.loss());
        });
  }

  /**
   * What was written.
   *
   * @param settings may differ from those it was written under
   * @throws IllegalArgumentException for bytes that no one wrote
   */
  public static AgentImpact read(byte[] bytes, ImpactSettings settings) {
    FlatReader in = new FlatReader(bytes, VERSION);
    AgentImpact impact = new AgentImpact(in.text(), in.text(), settings);
    impact.uncounted = in.count();
    impact.nextTellingMs = in.signed();
    int windows = in.length();
    for (int i = 0; i < windows; i++) {
      TreeMap<ImpactGroup, GroupCount> groups = new TreeMap<>();
      impact.windows.put(in.signed(), groups);
      int size = in.length();
      for (int j = 0; j < size; j++) {
        ImpactGroup group =
            new ImpactGroup(
                in.text(), in.text(), in.text(), FlatFields.constant(in, DecisionRole.class));
        groups.put(group, count(in));
      }
    }
    return impact;
  }

  private static GroupCount count(FlatReader in) {
    GroupCount count = new GroupCount();
    count.decisions = in.count();
    count.open = in.count();
    count.missed = in.count();
    count.late = in.count();
    count.good = in.count();
    count.bad = in.count();
    count.unpriced = in.count();
    count.revision = (int) in.count();
    count.changed = in.flag();
    int units = in.length();
    for (int i = 0; i < units; i++) {
      count.values.put(in.text(), sum(in));
    }
    return count;
  }

  private static ValueSum sum(FlatReader in) {
    long count = in.count();
    long wrong = in.count();
    long outside = in.signed();
    return new ValueSum(
        count,
        DecisionFields.decimal(in),
        DecisionFields.decimal(in),
        wrong,
        DecisionFields.decimal(in),
        outside);
  }
}
