// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.symptoms;

import io.signalbox.analytics.patterns.Combining;
import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.Judging;
import io.signalbox.analytics.patterns.ReadingKind;
import io.signalbox.analytics.patterns.Selection;
import io.signalbox.analytics.patterns.SymptomRow;
import io.signalbox.analytics.patterns.SymptomSource;
import io.signalbox.analytics.patterns.Threshold;
import io.signalbox.patterns.reading.YamlMap;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one row of the symptom table. */
final class RowReader {
  private static final Set<String> COMPUTED = Set.of("value", "count", "expected", "ratio");
  private static final List<String> SEVERITIES =
      List.of("trace", "debug", "info", "warn", "error", "fatal");
  private static final Threshold NEVER =
      new Threshold(Threshold.Comparison.ABOVE, Double.POSITIVE_INFINITY);
  private static final Threshold SOME = new Threshold(Threshold.Comparison.ABOVE, 0);

  private final YamlMap row;
  private final Values values;

  RowReader(YamlMap row) {
    this.row = row;
    this.values = new Values(row);
  }

  SymptomRow read() {
    String symptom = row.text("symptom", "");
    if (!symptom.matches("[a-z][a-z0-9_]*")) {
      row.problem("symptom", "'symptom': expected a name in lower case");
    }
    String id = row.text("id", "");
    Selection selection = selection();
    Judging judging = judging(selection);
    String per = row.text("per", "");
    if (!Set.of("", "instance", "service").contains(per)) {
      row.problem("per", "'per': expected instance or service");
    }
    SymptomRow read =
        new SymptomRow(
            id.isEmpty() ? symptom : id,
            symptom,
            selection,
            judging,
            !per.equals("service"),
            fields());
    if (row.has("clear") && read.isMomentary()) {
      row.problem("clear", "'clear': each reading of this row is an event of its own");
    }
    row.done();
    return read;
  }

  private Selection selection() {
    List<String> metrics = row.texts("metric");
    List<String> events = row.texts("event");
    List<String> logs = row.texts("log");
    String span = row.text("span", "");
    String presence = row.text("presence", "");
    SymptomSource source = source();
    boolean anyText = logs.equals(List.of("*"));
    Map<String, List<String>> where = row.textsByName("where");
    if (source == SymptomSource.LOG && anyText && where.isEmpty()) {
      row.problem("log", "'log': any text needs 'where'");
    }
    boolean failed = span.equals("failed");
    if (source == SymptomSource.SPAN && !failed) {
      boolean model = where.keySet().stream().anyMatch(name -> name.contains("gen_ai."));
      if (!span.equals("any") || !model) {
        row.problem(
            "span",
            "'span': expected failed, or any with a gen_ai attribute in 'where':"
                + " other spans are not asked");
      }
    }
    if (source == SymptomSource.PRESENCE && !presence.equals("telemetry")) {
      row.problem("presence", "'presence': expected telemetry");
    }
    List<String> over = row.texts("over");
    if (!over.isEmpty() && source != SymptomSource.METRIC) {
      row.problem("over", "'over': only metrics are divided");
    }
    List<String> texts =
        anyText ? List.of() : logs.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
    return new Selection(
        source, metrics.isEmpty() ? events : metrics, over, where, severity(), texts, failed);
  }

  private SymptomSource source() {
    Map<String, SymptomSource> possible = new LinkedHashMap<>();
    possible.put("metric", SymptomSource.METRIC);
    possible.put("event", SymptomSource.LOG);
    possible.put("log", SymptomSource.LOG);
    possible.put("span", SymptomSource.SPAN);
    possible.put("presence", SymptomSource.PRESENCE);
    List<String> given = possible.keySet().stream().filter(row::has).toList();
    if (given.size() != 1) {
      row.problem("", "expected one of " + String.join(", ", possible.keySet()));
    }
    return given.isEmpty()
        ? SymptomSource.METRIC
        : possible.getOrDefault(given.get(0), SymptomSource.METRIC);
  }

  private int severity() {
    String text = row.text("severity", "").toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return 0;
    }
    int rank = SEVERITIES.indexOf(text);
    if (rank < 0) {
      row.problem("severity", "'severity': expected one of " + String.join(", ", SEVERITIES));
    }
    return 4 * rank + 1;
  }

  private Judging judging(Selection selection) {
    String of = row.text("of", "");
    boolean records =
        selection.source() == SymptomSource.LOG || selection.source() == SymptomSource.SPAN;
    if (!of.isEmpty() && !records) {
      row.problem("of", "'of': only records and spans have a value in an attribute");
    }
    ReadingKind reading =
        row.choice(
            "value",
            ReadingKind.class,
            records && of.isEmpty() ? ReadingKind.COUNT : ReadingKind.LEVEL);
    Combining combine =
        row.choice(
            "combine", Combining.class, selection.over().isEmpty() ? Combining.MAX : Combining.SUM);
    long windowMs = milliseconds("window");
    boolean looksBack = reading.wantsWindow() || reading == ReadingKind.NOVELTY;
    if (looksBack && windowMs == 0) {
      row.problem("value", "'window' is missing");
    }
    double target = values.number("target", 0);
    if ((reading == ReadingKind.FORECAST) != row.has("target")) {
      row.problem("value", "'target' belongs to value: forecast, and to that alone");
    }
    long absentMs = milliseconds("absent");
    Threshold when = values.threshold("when");
    if (when == null) {
      boolean some = selection.source() == SymptomSource.PRESENCE || reading.isMomentary();
      if (absentMs == 0 && !some && !row.has("when")) {
        row.problem("symptom", "'when' is missing");
      }
      when = absentMs > 0 ? NEVER : SOME;
    }
    Threshold clear = values.threshold("clear");
    return new Judging(
        reading,
        of.isEmpty() ? null : of,
        combine,
        row.flag("usual"),
        windowMs,
        target,
        when,
        clear == null ? when.negated() : clear,
        row.integer("hold", 1, 999_999, 1),
        absentMs,
        milliseconds("refractory"),
        milliseconds("repeat"));
  }

  private long milliseconds(String key) {
    Duration time = row.duration(key);
    return time == null ? 0 : time.toMillis();
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    row.textsByName("fields")
        .forEach(
            (label, said) -> {
              @Nullable EventField field = EventField.of(label);
              if (field == null || COMPUTED.contains(label)) {
                row.problem("fields", "'fields': no field '" + label + "' that a row can fill");
              }
              fields.put(label, String.join("|", said));
            });
    return fields;
  }
}
