// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import io.signalbox.analytics.patterns.SymptomTables;
import io.signalbox.patterns.symptoms.BadSymptomTable;
import io.signalbox.patterns.symptoms.SymptomTableFile;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What telemetry means which symptom, and who is told.
 *
 * @param table file of the symptom table, or the word for the one that ships
 * @param fanOut neighbours told of one event, at most
 */
@OptionGroup(prefix = "symptoms", title = "Symptoms")
public record SymptomOptions(
    @Option(value = "shipped", doc = "File of the symptom table, or `shipped`.") String table,
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
    try {
      boolean shipped = table.equals(SHIPPED);
      String yaml = shipped ? SymptomTableFile.shipped() : Files.readString(Path.of(table));
      String name = shipped ? SymptomTableFile.SHIPPED : table;
      return SymptomTables.of(SymptomTableFile.read(name, yaml));
    } catch (BadSymptomTable bad) {
      throw new IllegalArgumentException("symptoms.table:\n" + bad.getMessage(), bad);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "symptoms.table = '" + table + "': cannot be read: " + unreadable, unreadable);
    }
  }
}
