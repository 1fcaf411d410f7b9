// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.symptoms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.patterns.EventKeys;
import io.signalbox.analytics.patterns.ReadingKind;
import io.signalbox.analytics.patterns.Selection;
import io.signalbox.analytics.patterns.SymptomRow;
import io.signalbox.analytics.patterns.SymptomTable;
import io.signalbox.patterns.language.PatternKey;
import io.signalbox.patterns.reading.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SymptomTableFileTest {
  private static final Path ROOT = Path.of(System.getProperty("signalbox.root", ".."));
  private static final String BEGIN = "<!-- table -->\n";
  private static final String END = "<!-- end -->\n";

  private static List<String> problems(String... lines) {
    BadSymptomTable bad =
        assertThrows(
            BadSymptomTable.class, () -> SymptomTableFile.read("t.yaml", String.join("\n", lines)));
    assertEquals(
        bad.getMessage(),
        String.join("\n", bad.problems().stream().map(Problem::toString).toList()));
    return bad.problems().stream().map(Problem::toString).toList();
  }

  private static SymptomTable shipped() throws BadSymptomTable {
    return SymptomTableFile.read(SymptomTableFile.SHIPPED, SymptomTableFile.shipped());
  }

  @Test
  void aRowIsReadWithItsDefaults() throws BadSymptomTable {
    SymptomRow row =
        SymptomTableFile.read(
                "t.yaml", "symptoms: [{symptom: full, metric: m, over: [n], when: value >= 0.9}]")
            .rows()
            .get(0);
    assertEquals("full", row.id());
    assertEquals(ReadingKind.LEVEL, row.judging().reading());
    assertTrue(row.judging().clear().test(0.89));
    assertTrue(row.perInstance());
    assertEquals(List.of("n"), row.selection().over());
  }

  @Test
  void everyFaultIsNamedWithItsLine() {
    assertEquals(
        List.of(
            "t.yaml:3:36: 'when: often': expected a comparison such as value >= 0.95",
            "t.yaml:3:43: a row knows no key 'colour'",
            "t.yaml:5:12: 'fields': no field 'nick' that a row can fill",
            "t.yaml:6:3: expected one of metric, event, log, span, presence",
            "t.yaml:7:3: 'full' is the row of line 3 too: give it another id",
            "t.yaml:8:56: 'refractory': 'soon' is no time such as 500ms, 90s, 1h30m or 7d"),
        problems(
            "version: 2",
            "symptoms:",
            "- {symptom: full, metric: m, when: often, colour: red}",
            "- {symptom: b, metric: m, when: value > 1,",
            "   fields: {nick: x}}",
            "- {symptom: c, metric: m, log: x, when: value > 1}",
            "- {symptom: full, metric: m, when: value > 1}",
            "- {symptom: d, metric: m, when: value > 1, refractory: soon}"));
  }

  @Test
  void rowsThatWouldBeAskedOfEverythingAreRefused() {
    List<String> found =
        problems(
            "symptoms:",
            "- {symptom: a, log: '*'}",
            "- {symptom: b, span: any, where: {error.type: x}}",
            "- {symptom: c, metric: m}",
            "- {symptom: d, metric: m, value: slope, when: value > 1}",
            "- {symptom: e, log: x, clear: value < 1}");
    assertEquals(5, found.size());
    assertEquals("t.yaml:2:21: 'log': any text needs 'where'", found.get(0));
    assertEquals("t.yaml:4:13: 'when' is missing", found.get(2));
    assertEquals("t.yaml:5:34: 'window' is missing", found.get(3));
  }

  @Test
  void whatIsNoYamlOrNoTableOrTooLongIsRefusedByLine() {
    String broken = problems("symptoms:", "- {symptom: [").get(0);
    assertTrue(broken.contains(": no YAML: ") && broken.endsWith("begins in line 2)"), broken);
    assertEquals(List.of("t.yaml:1:1: nothing here"), problems(""));
    assertEquals(
        List.of("t.yaml:1:11: 'symptoms': expected a list of rows"), problems("symptoms: 7"));
    assertTrue(problems("#".repeat(SymptomTableFile.LONGEST + 1)).get(0).contains("has at most"));
  }

  @Test
  void everySymptomThatPatternsAreToldOfIsInTheTableThatShips() throws Exception {
    String page = Files.readString(ROOT.resolve("docs/patterns.md"));
    String list =
        page.substring(page.indexOf("Symptoms that ship:"), page.indexOf("## Who is told"));
    Set<String> listed = new TreeSet<>();
    Matcher names = Pattern.compile("`([a-z0-9_]+)`").matcher(list);
    while (names.find()) {
      listed.add(names.group(1));
    }
    Set<String> shipped = new TreeSet<>();
    shipped().rows().forEach(row -> shipped.add(row.symptom()));
    assertEquals(listed, shipped);
  }

  @Test
  void theReferencePageShowsTheTableThatShips() throws Exception {
    Path page = ROOT.resolve("docs/symptoms.md");
    String text = Files.readString(page);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    String written = text.substring(0, from) + reference() + text.substring(text.indexOf(END));
    if (System.getProperty("signalbox.update") != null) {
      Files.writeString(page, written);
    }
    assertEquals(written, Files.readString(page), "-Dsignalbox.update if it is meant");
  }

  private static String reference() throws BadSymptomTable, IOException {
    Map<String, List<String>> bySymptom = new TreeMap<>();
    for (SymptomRow row : shipped().rows()) {
      bySymptom.computeIfAbsent(row.symptom(), s -> new ArrayList<>()).add(source(row));
    }
    StringBuilder table = new StringBuilder("| symptom | read from |\n|---|---|\n");
    bySymptom.forEach(
        (symptom, sources) ->
            table
                .append("| `")
                .append(symptom)
                .append("` | ")
                .append(String.join("; ", sources))
                .append(" |\n"));
    return table.toString();
  }

  private static String source(SymptomRow row) {
    Selection selection = row.selection();
    String what =
        switch (selection.source()) {
          case METRIC -> code(selection.names());
          case LOG ->
              selection.names().isEmpty()
                  ? (selection.contains().isEmpty() ? "records" : "records with text")
                  : "event " + code(selection.names());
          case SPAN -> selection.failed() ? "failed spans" : "spans";
          case PRESENCE -> "any telemetry";
        };
    String over = selection.over().isEmpty() ? "" : " over " + code(selection.over());
    String where =
        selection.where().isEmpty() ? "" : " by " + code(List.copyOf(selection.where().keySet()));
    ReadingKind reading = row.judging().reading();
    boolean plain = reading == ReadingKind.LEVEL || reading == ReadingKind.COUNT;
    String kind = plain ? "" : reading.name().toLowerCase(Locale.ROOT) + " of ";
    return kind + what + over + where;
  }

  private static String code(List<String> names) {
    return String.join(
        ", ", names.stream().map(name -> "`" + name.replace("|", "\\|") + "`").toList());
  }

  @Test
  void everyKeyOfAPatternHasAKindOfKeyText() throws IllegalAccessException {
    Set<String> kinds = new TreeSet<>();
    for (var field : EventKeys.class.getFields()) {
      kinds.add((String) field.get(null));
    }
    Set<String> keys = new TreeSet<>();
    for (PatternKey key : PatternKey.values()) {
      keys.add(key.name().toLowerCase(Locale.ROOT));
    }
    assertEquals(keys, kinds);
  }
}
