// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.patterns.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The log records that rows of the symptom table look at. Rows that want an attribute are asked
 * only when it is there; what texts hold is looked for once for each masked text.
 */
final class NamedLogs {
  private static final int SLOTS = 1 << 12;
  private static final AttributeKey EVENT_NAME = AttributeKey.of("event.name");

  private final Map<String, List<RowUse>> byEvent = new LinkedHashMap<>();
  private final Map<NamedValue, List<RowUse>> byAttribute = new LinkedHashMap<>();
  private final List<RowUse> byText = new ArrayList<>();
  private final @Nullable String[] texts = new String[SLOTS];
  private final List<List<RowUse>> found = new ArrayList<>(Collections.nCopies(SLOTS, List.of()));
  private final boolean empty;

  NamedLogs(List<RowUse> rows) {
    Map<String, NamedValue> attributes = new LinkedHashMap<>();
    for (RowUse use : rows) {
      Selection selection = use.row.selection();
      if (!selection.names().isEmpty()) {
        selection.names().forEach(name -> add(byEvent, name, use));
      } else if (!selection.contains().isEmpty()) {
        byText.add(use);
      } else {
        String first = selection.where().keySet().iterator().next();
        add(byAttribute, attributes.computeIfAbsent(first, NamedValue::new), use);
      }
    }
    empty = rows.isEmpty();
  }

  private static <K> void add(Map<K, List<RowUse>> map, K key, RowUse use) {
    map.computeIfAbsent(key, k -> new ArrayList<>()).add(use);
  }

  /** The rows that a record fits. */
  List<RowUse> of(LogView log, String masked, AttributeStrings strings) {
    if (empty) {
      return List.of();
    }
    List<RowUse> fitting = new ArrayList<>(0);
    fit(holding(masked), log, strings, fitting);
    if (!byEvent.isEmpty()) {
      String event =
          log.eventName().isEmpty()
              ? strings.first(log.attributes(), EVENT_NAME)
              : log.eventName().toString();
      fit(byEvent.getOrDefault(event, List.of()), log, strings, fitting);
    }
    byAttribute.forEach(
        (attribute, rows) -> {
          if (!attribute.of(log, strings).isEmpty()) {
            fit(rows, log, strings, fitting);
          }
        });
    return fitting;
  }

  private static void fit(
      List<RowUse> rows, LogView log, AttributeStrings strings, List<RowUse> fitting) {
    for (RowUse use : rows) {
      if (log.severityNumber() >= use.row.selection().severity() && use.fits(log, strings)) {
        fitting.add(use);
      }
    }
  }

  private List<RowUse> holding(String masked) {
    int slot = masked.hashCode() & (SLOTS - 1);
    if (!masked.equals(texts[slot])) {
      String lower = masked.toLowerCase(Locale.ROOT);
      found.set(slot, byText.stream().filter(use -> holds(use, lower)).toList());
      texts[slot] = masked;
    }
    return found.get(slot);
  }

  private static boolean holds(RowUse use, String lower) {
    return use.row.selection().contains().stream().anyMatch(lower::contains);
  }
}
