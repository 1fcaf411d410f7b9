// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.symptoms;

import io.signalbox.analytics.patterns.SymptomRow;
import io.signalbox.analytics.patterns.SymptomTable;
import io.signalbox.patterns.reading.Place;
import io.signalbox.patterns.reading.Problem;
import io.signalbox.patterns.reading.Problems;
import io.signalbox.patterns.reading.YamlMap;
import io.signalbox.patterns.reading.YamlSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a symptom table (docs/symptoms.md); one that has a fault is refused whole. */
public final class SymptomTableFile {
  /** Bytes that a table may have. */
  public static final int LONGEST = 1 << 18;

  /** Name of the table on the class path. */
  public static final String SHIPPED = "symptoms.yaml";

  private final Problems problems;
  private final Map<String, Place> places = new HashMap<>();
  private @Nullable Instant effectiveAt;

  private SymptomTableFile(String file) {
    problems = new Problems(file);
  }

  /**
   * Reads a table.
   *
   * @param file its name, for what is said of it
   * @param yaml its text
   * @throws BadSymptomTable naming file, line and reason of all that is wrong
   */
  public static SymptomTable read(String file, String yaml) throws BadSymptomTable {
    return new SymptomTableFile(file).read(yaml);
  }

  /**
   * Reads a table for jobs that run.
   *
   * @param origin where it came from, for what is said of it
   * @param yaml its text
   * @throws BadSymptomTable naming file, line and reason of all that is wrong, or that it does not
   *     say from when it holds
   */
  public static LiveSymptomTable readLive(String origin, String yaml) throws BadSymptomTable {
    SymptomTableFile file = new SymptomTableFile(origin);
    SymptomTable table = file.read(yaml);
    Instant effectiveAt = file.effectiveAt;
    if (effectiveAt == null) {
      String why = "no 'effectiveAt': a live table says from when it holds";
      throw new BadSymptomTable(List.of(new Problem(Problem.Level.ERROR, origin, 1, 1, why)));
    }
    return new LiveSymptomTable(table, effectiveAt, file.places);
  }

  /** The text of the table that ships with Signalbox, {@code flink-conf/symptoms.yaml}. */
  public static String shipped() {
    try (InputStream in = SymptomTableFile.class.getResourceAsStream(SHIPPED)) {
      return new String(
          Objects.requireNonNull(in, "no " + SHIPPED).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private SymptomTable read(String yaml) throws BadSymptomTable {
    Node root = YamlSource.of(yaml, "a symptom table", LONGEST, problems).root();
    SymptomTable table = root == null ? SymptomTable.EMPTY : table(root);
    if (!problems.isEmpty()) {
      throw new BadSymptomTable(problems.sorted());
    }
    return table;
  }

  private SymptomTable table(Node root) {
    YamlMap map = new YamlMap(root, "a symptom table", problems);
    int version = map.integer("version", 1, Integer.MAX_VALUE, 1);
    effectiveAt = map.instant("effectiveAt");
    Node symptoms = map.get("symptoms");
    map.done();
    if (!(symptoms instanceof SequenceNode list)) {
      map.problem("symptoms", "'symptoms': expected a list of rows");
      return SymptomTable.EMPTY;
    }
    return new SymptomTable(version, rows(list));
  }

  private List<SymptomRow> rows(SequenceNode list) {
    List<SymptomRow> rows = new ArrayList<>();
    for (Node node : list.getValue()) {
      SymptomRow row = new RowReader(new YamlMap(node, "a row", problems)).read();
      Place before = places.putIfAbsent(row.id(), Problems.placeOf(node));
      if (before != null) {
        String hint = "' is the row of line " + before.line() + " too: give it another id";
        problems.add(node, "'" + row.id() + hint);
      }
      rows.add(row);
    }
    return rows;
  }
}
