// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in lines of code or configuration, by the name before them, in the unit after them. */
final class Settings {
  private static final Pattern NUMBER =
      Pattern.compile(
          "([A-Za-z_]\\w*)|(?<![\\w.])(\\d+(?:\\.\\d+)?)(?![\\d.]*\\.\\d)"
              + "\\s*(?:\\*\\s*)?(?:[a-z]+\\.)?"
              + "(nanoseconds?|microseconds?|milliseconds?|seconds?|minutes?|hours?|days?"
              + "|ns|us|ms|s|m|h|d|kb|mb|gb|ki|mi|gi)?\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, Double> UNITS =
      Map.ofEntries(
          Map.entry("ns", 1e-9),
          Map.entry("us", 1e-6),
          Map.entry("ms", 1e-3),
          Map.entry("m", 60.0),
          Map.entry("h", 3600.0),
          Map.entry("d", 86_400.0),
          Map.entry("nanosecond", 1e-9),
          Map.entry("microsecond", 1e-6),
          Map.entry("millisecond", 1e-3),
          Map.entry("minute", 60.0),
          Map.entry("hour", 3600.0),
          Map.entry("day", 86_400.0),
          Map.entry("kb", 1e3),
          Map.entry("mb", 1e6),
          Map.entry("gb", 1e9),
          Map.entry("ki", 1024.0),
          Map.entry("mi", 1048576.0),
          Map.entry("gi", 1073741824.0));

  private final TreeMap<String, Double> values = new TreeMap<>();

  private Settings() {}

  static Settings in(List<String> lines) {
    Settings settings = new Settings();
    lines.forEach(settings::read);
    return settings;
  }

  private void read(String line) {
    String name = "";
    for (Matcher found = NUMBER.matcher(line); found.find(); ) {
      if (found.group(1) != null) {
        name = found.group(1);
      } else if (!name.isEmpty()) {
        values.merge(name, Double.parseDouble(found.group(2)) * unit(found.group(3)), Math::min);
      }
    }
  }

  private static double unit(@Nullable String said) {
    if (said == null) {
      return 1;
    }
    String unit = said.toLowerCase(Locale.ROOT);
    String one =
        unit.length() > 2 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    return UNITS.getOrDefault(one, 1.0);
  }

  /** How many of these have another value in others: smaller there, or else greater. */
  int countBelow(Settings others, boolean smaller) {
    int count = 0;
    for (Map.Entry<String, Double> one : values.entrySet()) {
      Double other = others.values.get(one.getKey());
      if (other != null) {
        count += (smaller ? other < one.getValue() : other > one.getValue()) ? 1 : 0;
      }
    }
    return count;
  }
}
