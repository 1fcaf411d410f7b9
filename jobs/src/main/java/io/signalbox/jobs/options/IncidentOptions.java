// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import io.signalbox.analytics.incidents.LifecycleSettings;
import java.io.Serializable;
import java.util.Locale;

/**
 * Which incidents anyone is told of.
 *
 * @param minimumSeverity nothing less opens
 * @param minimumServices an event that involves fewer does not open
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
        int minimumServices)
    implements Serializable {

  /** How bad an incident is. */
  public enum Level {
    MINOR,
    MAJOR,
    CRITICAL
  }

  /** What holds an incident back by these options. */
  public LifecycleSettings settings() {
    return LifecycleSettings.of(minimumSeverity.name().toLowerCase(Locale.ROOT), minimumServices);
  }
}
