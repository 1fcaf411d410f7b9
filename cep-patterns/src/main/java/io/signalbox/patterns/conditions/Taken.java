// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import io.signalbox.analytics.patterns.PatternEvent;
import java.util.List;

/** What a partial match has taken so far. */
@FunctionalInterface
public interface Taken {
  /** Nothing yet. */
  Taken NOTHING = stage -> List.of();

  /** The events of a stage in the order of event time; empty when it has none. */
  List<PatternEvent> of(String stage);
}
