// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.patterns.Judging;
import io.signalbox.analytics.patterns.Selection;
import io.signalbox.analytics.patterns.SymptomRow;
import io.signalbox.analytics.signals.ServiceIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What rows of the symptom table look at, ready to be held against telemetry. */
final class RowUse {
  final SymptomRow row;
  final String look;
  private final List<Condition> conditions = new ArrayList<>();
  private final Map<String, NamedValue> fields = new TreeMap<>();
  private final Map<String, String> constants = new TreeMap<>();
  private final NamedValue value;

  private record Condition(NamedValue attribute, List<Glob> globs) {
    boolean holds(ItemView item, AttributeStrings strings) {
      String text = attribute.of(item, strings);
      boolean wanted = false;
      boolean found = false;
      for (Glob glob : globs) {
        boolean fits = glob.fits(text);
        if (glob.isNegated() && fits) {
          return false;
        }
        wanted |= !glob.isNegated();
        found |= fits && !glob.isNegated();
      }
      return found || !wanted;
    }
  }

  RowUse(SymptomRow row) {
    this.row = row;
    this.look = row.look();
    Selection selection = row.selection();
    selection
        .where()
        .forEach(
            (name, values) ->
                conditions.add(
                    new Condition(new NamedValue(name), values.stream().map(Glob::new).toList())));
    row.fields()
        .forEach(
            (label, said) -> {
              if (said.startsWith("=")) {
                constants.put(label, said.substring(1));
              } else {
                fields.put(label, new NamedValue(said));
              }
            });
    Judging judging = row.judging();
    value = new NamedValue(judging.of() == null ? "" : judging.of());
  }

  /** Whether the attributes of an item are as the row wants them. */
  boolean fits(ItemView item, AttributeStrings strings) {
    for (Condition condition : conditions) {
      if (!condition.holds(item, strings)) {
        return false;
      }
    }
    return true;
  }

  /** The fields of a symptom that an item would be. */
  Map<String, String> fields(ServiceIdentity who, ItemView item, AttributeStrings strings) {
    Map<String, String> all = place(who);
    all.putAll(constants);
    fields.forEach((label, attribute) -> put(all, label, attribute.of(item, strings)));
    return all;
  }

  /** The fields that tell where someone is. */
  Map<String, String> place(ServiceIdentity who) {
    Map<String, String> all = new TreeMap<>();
    if (row.perInstance()) {
      put(all, "instance", who.instance());
      put(all, "node", who.node());
      put(all, "zone", who.zone());
    }
    return all;
  }

  private static void put(Map<String, String> all, String label, String value) {
    if (!value.isEmpty()) {
      all.put(label, value);
    }
  }

  /** The value of a record or span, not a number when it has none or none is wanted. */
  double valueOf(ItemView item, AttributeStrings strings) {
    try {
      return Double.parseDouble(value.of(item, strings));
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  /** True when records or spans count by a value and not by their number. */
  boolean wantsValue() {
    return row.judging().of() != null;
  }
}
