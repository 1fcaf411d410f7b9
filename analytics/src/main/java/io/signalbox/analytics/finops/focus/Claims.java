// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.focus;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a provider supports, as far as its data set shows: something is supported when one of the
 * columns is there that are asked for because of it. A data set cannot show what it leaves out
 * altogether; who knows more says so.
 */
public final class Claims {
  private Claims() {}

  /** The criteria that columns show to be supported. */
  public static Set<String> shown(Collection<FocusRule> rules, List<String> header) {
    Map<String, Set<String>> columns = columns(rules, true);
    columns(rules, false).forEach(columns::putIfAbsent);
    Set<String> shown = new HashSet<>();
    columns.forEach(
        (criterion, some) -> {
          if (header.stream().anyMatch(some::contains)) {
            shown.add(criterion);
          }
        });
    return shown;
  }

  private static Map<String, Set<String>> columns(Collection<FocusRule> rules, boolean presence) {
    Map<String, Set<String>> columns = new HashMap<>();
    for (FocusRule rule : rules) {
      if (rule.presence() == presence) {
        for (String criterion : rule.criteria()) {
          columns.computeIfAbsent(criterion, key -> new HashSet<>()).add(rule.reference());
        }
      }
    }
    return columns;
  }
}
