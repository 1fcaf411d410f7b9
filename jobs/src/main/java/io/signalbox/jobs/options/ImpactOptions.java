// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import io.signalbox.analytics.quality.impact.ImpactSettings;
import io.signalbox.analytics.quality.impact.ValueRange;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * How decisions are joined with what came of them.
 *
 * @param window stretch of event time of decisions that is told of
 * @param horizon how long after a decision outcomes count
 * @param every how often is told what has changed
 * @param baseline action or policy that others are compared with
 * @param ranges between what values lie, by unit
 * @param maxGroups groups of decisions of an agent in a window
 */
@OptionGroup(prefix = "impact", title = "Impact of decisions")
public record ImpactOptions(
    @Option(
            value = "1d",
            doc =
                "Stretch of event time of decisions that is told of; a multiple of `impact.every`.")
        Duration window,
    @Option(value = "1d", doc = "How long after a decision its outcome still counts.")
        Duration horizon,
    @Option(value = "10m", doc = "How often is told what has changed; full seconds.")
        Duration every,
    @Option(
            value = "baseline",
            doc = "Action or policy that the other decisions of an agent are compared with.")
        String baseline,
    @Option(
            value = "*=-1000..1000",
            doc =
                "Between what values of outcomes lie, as `EUR=-500..500`; `*` is every other unit."
                    + " What lies outside counts, but then no interval is told.")
        List<String> ranges,
    @Option(
            value = "512",
            doc =
                "Groups of decisions of an agent that are counted in a window: each action and all,"
                    + " by version and by segment.",
            min = 1,
            max = 100_000)
        int maxGroups)
    implements Serializable {

  /**
   * How decisions are measured by these options.
   *
   * @throws IllegalArgumentException naming what cannot be
   */
  public ImpactSettings settings() {
    return new ImpactSettings(
        window.toMillis(),
        horizon.toMillis(),
        every.toMillis(),
        maxGroups,
        ValueRange.parse(ranges));
  }
}
