// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.symptoms;

import io.signalbox.analytics.patterns.SymptomRow;
import io.signalbox.analytics.patterns.SymptomTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a symptom table (docs/symptoms.md); one that has a fault is refused whole. */
public final class SymptomTableFile {
  /** Characters that a table may have. */
  public static final int LONGEST = 1 << 18;

  /** Name of the table on the class path. */
  public static final String SHIPPED = "symptoms.yaml";

  private static final List<String> KEYS = List.of("version", "effectiveAt", "symptoms");

  private final String file;
  private final List<TableProblem> problems = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private @Nullable Instant effectiveAt;

  private SymptomTableFile(String file) {
    this.file = file;
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
      throw new BadSymptomTable(List.of(new TableProblem(origin, 1, why)));
    }
    return new LiveSymptomTable(table, effectiveAt, file.lines);
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
    SymptomTable table = yaml.length() > LONGEST ? tooLong(yaml) : table(root(yaml));
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparingInt(TableProblem::line));
      throw new BadSymptomTable(problems);
    }
    return table;
  }

  private SymptomTable tooLong(String yaml) {
    problem(1, yaml.length() + " characters, of at most " + LONGEST);
    return SymptomTable.EMPTY;
  }

  private @Nullable Node root(String yaml) {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(true); // refused here, with their line
      return new Yaml(options).compose(new StringReader(yaml));
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
      problem(line, "no YAML: " + broken.getProblem());
      return null;
    }
  }

  private void problem(int line, String reason) {
    problems.add(new TableProblem(file, line, reason));
  }

  private SymptomTable table(@Nullable Node root) {
    if (root == null) {
      if (problems.isEmpty()) {
        problem(1, "nothing in it");
      }
      return SymptomTable.EMPTY;
    }
    Entries entries = new Entries(root, this::problem);
    Values values = new Values(entries);
    int version = values.count("version", 1);
    effectiveAt = values.instant("effectiveAt");
    Node symptoms = entries.node("symptoms");
    entries.refuseRest(KEYS);
    if (!(symptoms instanceof SequenceNode list)) {
      problem(entries.line("symptoms"), "'symptoms': expected a list of rows");
      return SymptomTable.EMPTY;
    }
    return new SymptomTable(version, rows(list));
  }

  private List<SymptomRow> rows(SequenceNode list) {
    List<SymptomRow> rows = new ArrayList<>();
    for (Node node : list.getValue()) {
      Entries entries = new Entries(node, this::problem);
      SymptomRow row = new RowReader(entries).read();
      Integer before = lines.putIfAbsent(row.id(), entries.line());
      if (before != null) {
        String hint = row.id() + "' is the row of line " + before + " too: give it another id";
        problem(entries.line(), "'" + hint);
      }
      rows.add(row);
    }
    return rows;
  }
}
