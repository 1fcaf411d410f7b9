// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays the counts of captures out for people: a row a file. */
final class DecodeTable {
  private static final Map<String, String> TITLES = new LinkedHashMap<>();

  static {
    TITLES.put("requests", "requests");
    TITLES.put("spans", "spans");
    TITLES.put("error_spans", "errors");
    TITLES.put("points", "points");
    TITLES.put("log_records", "logs");
    TITLES.put("series", "series");
    TITLES.put("metric_names", "names");
    TITLES.put("traces", "traces");
    TITLES.put("services", "services");
    TITLES.put("derived_services", "derived");
    TITLES.put("edges", "edges");
  }

  private final int nameWidth;

  DecodeTable(List<Path> files) {
    nameWidth = files.stream().mapToInt(file -> file.toString().length()).max().orElse(4);
  }

  String header() {
    StringBuilder line = new StringBuilder(pad("file"));
    TITLES.values().forEach(title -> line.append(cell(title)));
    return line.append(String.format("  %-24s  %-24s  %s", "first", "last", "dead letters"))
        .toString();
  }

  String row(Map<String, @Nullable Object> counts) {
    StringBuilder line = new StringBuilder(pad(String.valueOf(counts.get("file"))));
    for (String key : TITLES.keySet()) {
      line.append(cell(String.format(Locale.ROOT, "%,d", (Number) counts.get(key))));
    }
    return line.append(
            String.format(
                "  %-24s  %-24s  %s",
                text(counts.get("first_at")),
                text(counts.get("last_at")),
                text(counts.get("dead_letters"))))
        .toString();
  }

  private static String text(@Nullable Object value) {
    String text = value == null ? "-" : value.toString();
    return text.equals("{}") ? "none" : text;
  }

  private String pad(String name) {
    return name + " ".repeat(nameWidth - name.length());
  }

  private static String cell(String text) {
    return String.format("%10s", text);
  }
}
