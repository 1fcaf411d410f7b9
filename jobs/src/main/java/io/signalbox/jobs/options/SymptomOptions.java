// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import io.signalbox.analytics.patterns.SymptomTable;
import io.signalbox.analytics.patterns.SymptomTables;
import io.signalbox.patterns.catalogue.AcceptedRule;
import io.signalbox.patterns.catalogue.TableForm;
import io.signalbox.patterns.symptoms.BadSymptomTable;
import io.signalbox.patterns.symptoms.SymptomTableFile;
import io.signalbox.schemas.topics.Topics;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What telemetry means which symptom, and who is told.
 *
 * @param table file of the symptom table, or the word for the one that ships
 * @param rulesTopic where live tables come from
 * @param rulesFolder another place where they come from
 * @param fanOut neighbours told of one event, at most
 */
@OptionGroup(prefix = "symptoms", title = "Symptoms")
public record SymptomOptions(
    @Option(value = "shipped", doc = "File of the symptom table, or `shipped`.") String table,
    @Option(
            key = "rules.topic",
            value = Topics.SYMPTOM_RULES,
            doc = "Topic of live symptom tables; empty to take none.")
        String rulesTopic,
    @Option(
            key = "rules.folder",
            value = "",
            doc =
                "Folder in which new files are live symptom tables, too; looked at each second."
                    + " Move files there when they are whole.")
        String rulesFolder,
    @Option(
            value = "256",
            min = 0,
            max = 20_000,
            doc = "Neighbours that are told of one event, at most; the rest is counted.")
        int fanOut)
    implements Serializable {
  private static final String SHIPPED = "shipped";

  /**
   * Reads the table.
   *
   * @throws IllegalArgumentException naming file, line and reason of all that is wrong with it
   */
  public SymptomTables tables() {
    return SymptomTables.of(read(text()));
  }

  /**
   * The table as a rule that holds from the beginning.
   *
   * @throws IllegalArgumentException naming file, line and reason of all that is wrong with it
   */
  public List<AcceptedRule> initial() {
    String text = text();
    int version = read(text).version();
    return List.of(new AcceptedRule(TableForm.ID, version, Long.MIN_VALUE, false, text));
  }

  private SymptomTable read(String text) {
    try {
      String name = table.equals(SHIPPED) ? SymptomTableFile.SHIPPED : table;
      return SymptomTableFile.read(name, text);
    } catch (BadSymptomTable bad) {
      throw new IllegalArgumentException("symptoms.table:\n" + bad.getMessage(), bad);
    }
  }

  private String text() {
    try {
      return table.equals(SHIPPED) ? SymptomTableFile.shipped() : Files.readString(Path.of(table));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "symptoms.table = '" + table + "': cannot be read: " + unreadable, unreadable);
    }
  }
}
