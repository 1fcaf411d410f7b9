// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import io.signalbox.analytics.incidents.LifecycleSettings;
import io.signalbox.analytics.objectives.Objectives;
import io.signalbox.patterns.objectives.ObjectiveFiles;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Which incidents anyone is told of.
 *
 * @param minimumSeverity nothing less opens
 * @param minimumServices an event that involves fewer does not open
 * @param objectives file or folder of objectives, or nothing
 * @param windowsTopic where windows of maintenance and silence come from
 * @param windowsFolder another place where they come from
 * @param questionsTopic where questions about causes come from
 */
@OptionGroup(prefix = "incidents", title = "Incidents")
public record IncidentOptions(
    @Option(
            value = "minor",
            doc = "An event that is less severe opens no incident until it is as severe.")
        Level minimumSeverity,
    @Option(
            value = "1",
            doc = "An event that involves fewer services opens no incident until it does.",
            min = 1,
            max = 1000)
        int minimumServices,
    @Option(
            value = "",
            doc =
                "File or folder of objectives (YAML) that incidents are told to hit; read at each"
                    + " start of `detect` and `correlate`, the same for both. Without one nothing"
                    + " is told of objectives.")
        String objectives,
    @Option(
            key = "windows.topic",
            value = "incident-windows",
            doc = "Topic of maintenance and silence; empty to take none from a topic.")
        String windowsTopic,
    @Option(
            key = "windows.folder",
            value = "",
            doc =
                "Folder in which new files (YAML) are windows of maintenance and silence, too;"
                    + " looked at each second. Move files there when they are whole.")
        String windowsFolder,
    @Option(
            key = "questions.topic",
            value = "incident-questions",
            doc =
                "Topic of questions about causes, answered in `incident-answers`; empty to take"
                    + " none.")
        String questionsTopic)
    implements Serializable {

  /** How bad an incident is. */
  public enum Level {
    MINOR,
    MAJOR,
    CRITICAL
  }

  /** Whether objectives are named. */
  public boolean hasObjectives() {
    return !objectives.isEmpty();
  }

  /**
   * Reads the objectives; none where none are named.
   *
   * @throws IllegalArgumentException naming file, line and reason of all that is wrong with them
   */
  public Objectives named() {
    if (!hasObjectives()) {
      return Objectives.NONE;
    }
    try {
      return ObjectiveFiles.read(Path.of(objectives)).all();
    } catch (IllegalArgumentException bad) {
      throw new IllegalArgumentException("incidents.objectives:\n" + bad.getMessage(), bad);
    } catch (IOException e) {
      throw new IllegalArgumentException("incidents.objectives: cannot be read: " + e, e);
    }
  }

  /** What holds an incident back by these options. */
  public LifecycleSettings settings() {
    return LifecycleSettings.of(minimumSeverity.name().toLowerCase(Locale.ROOT), minimumServices);
  }
}
