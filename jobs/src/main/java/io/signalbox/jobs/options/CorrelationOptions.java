// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import io.signalbox.analytics.incidents.CorrelationSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * Which episodes are one incident.
 *
 * @param near onsets further apart than this are not joined for standing next to each other
 * @param settle how long the first evidence waits for its companions before an incident opens
 * @param persist how long a slowdown must last to open an incident
 * @param corroborate how long several strong series must agree to open one without failing calls
 * @param linger calm after which an incident is resolved
 * @param reopen an incident comes back when its first suspect is in trouble again so soon
 * @param changeWindow a change this long before an onset is suspicious
 * @param remember how long changes and silent edges are kept
 */
@OptionGroup(prefix = "correlation", title = "Correlation")
public record CorrelationOptions(
    @Option(value = "10m", doc = "Neighbours whose onsets are further apart are not joined.")
        Duration near,
    @Option(value = "5s", doc = "How long the first evidence waits for its companions.")
        Duration settle,
    @Option(value = "60s", doc = "How long a slowdown must last to open an incident.")
        Duration persist,
    @Option(
            value = "3m",
            doc = "How long several strong series must agree to open one without failing calls.")
        Duration corroborate,
    @Option(value = "90s", doc = "Calm, in event time, after which an incident is resolved.")
        Duration linger,
    @Option(
            value = "2m",
            doc =
                "A resolved incident comes back when its first suspect is in trouble again so soon"
                    + " after its last evidence.")
        Duration reopen,
    @Option(value = "15m", doc = "A change this long before an onset is suspicious.")
        Duration changeWindow,
    @Option(value = "1h", doc = "How long changes and silent edges are kept.") Duration remember)
    implements Serializable {

  /**
   * How episodes are tied by these options.
   *
   * @param incidents which incidents anyone is told of
   */
  public CorrelationSettings settings(IncidentOptions incidents) {
    CorrelationSettings shipped = CorrelationSettings.DEFAULT;
    return new CorrelationSettings(
        shipped.slack(),
        near,
        settle,
        persist,
        corroborate,
        linger,
        shipped.debounce(),
        reopen,
        changeWindow,
        remember,
        shipped.hubCallers(),
        shipped.maxEdges(),
        shipped.maxEpisodes(),
        shipped.maxChanges(),
        shipped.maxMatches(),
        incidents.settings());
  }
}
