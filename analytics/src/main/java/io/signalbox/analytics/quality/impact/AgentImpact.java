// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What came of the decisions of one agent, by window. Mutable: state of a key. */
public final class AgentImpact {
  private final String environment;
  private final String agent;
  private final ImpactSettings settings;

  /** Groups by the first millisecond of their window. */
  public final TreeMap<Long, TreeMap<ImpactGroup, GroupCount>> windows = new TreeMap<>();

  /** Decisions of groups for which there was no room. */
  public long uncounted;

  /** When is told next what has changed, epoch milliseconds; 0 before anything was seen. */
  public long nextTellingMs;

  /** One that has seen nothing. */
  public AgentImpact(String environment, String agent, ImpactSettings settings) {
    this.environment = environment;
    this.agent = agent;
    this.settings = settings;
  }

  /** Environment of the agent. */
  public String environment() {
    return environment;
  }

  /** Who decides. */
  public String agent() {
    return agent;
  }

  /** True when nothing is worth remembering any more. */
  public boolean isEmpty() {
    return windows.isEmpty();
  }

  /** When {@link #advance} is wanted next, epoch milliseconds. */
  public long nextWakeMs() {
    return nextTellingMs == 0 ? Long.MAX_VALUE : nextTellingMs;
  }

  /** Takes in that more is known of a decision. */
  public void fold(DecisionChange change) {
    long startMs = settings.windowOf(change.decision().atMs());
    TreeMap<ImpactGroup, GroupCount> groups =
        windows.computeIfAbsent(startMs, none -> new TreeMap<>());
    for (ImpactGroup group : ImpactGroup.of(change.decision())) {
      GroupCount count = count(groups, group, change.before() == null);
      if (count != null) {
        if (change.before() != null) {
          count.add(change.before(), -1, settings);
        }
        count.add(change.after(), 1, settings);
      }
    }
    if (nextTellingMs == 0) {
      nextTellingMs = settings.nextTelling(change.foundMs());
    }
  }

  /** The count of a group, which a decision that is new may be the first of. */
  private @Nullable GroupCount count(
      Map<ImpactGroup, GroupCount> groups, ImpactGroup group, boolean isNew) {
    GroupCount known = groups.get(group);
    if (known != null || !isNew) {
      return known;
    }
    if (groups.size() >= settings.mostGroups()) {
      uncounted++;
      return null;
    }
    GroupCount count = new GroupCount();
    groups.put(group, count);
    return count;
  }

  /** Tells what has changed when it is time, and forgets windows of which nothing can change. */
  public void advance(long nowMs, Consumer<DecisionImpact> out) {
    if (nextTellingMs == 0 || nextTellingMs > nowMs) {
      return;
    }
    for (Map.Entry<Long, TreeMap<ImpactGroup, GroupCount>> window : windows.entrySet()) {
      new ImpactRows(this, settings, window.getKey(), window.getValue()).tell(out);
    }
    windows.headMap(settings.oldestWindow(nowMs)).clear();
    nextTellingMs = windows.isEmpty() ? 0 : settings.nextTelling(nowMs);
  }
}
