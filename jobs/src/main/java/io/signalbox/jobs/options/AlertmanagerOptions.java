// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How people are paged.
 *
 * @param url of Alertmanager, all of a cluster; none pages nobody
 * @param interval time between two tellings of an open incident
 * @param authorization value of the header of that name, empty for none
 */
@OptionGroup(prefix = "alertmanager", title = "Alertmanager")
public record AlertmanagerOptions(
    @Option(
            value = "",
            doc =
                "Alertmanager as http://host:9093, each instance of a cluster; empty to page"
                    + " nobody.")
        List<String> url,
    @Option(value = "30s", doc = "Time between two tellings of an open incident.")
        Duration interval,
    @Option(
            value = "",
            doc = "Value of the header Authorization, such as Bearer and a token.",
            secret = true)
        String authorization)
    implements Serializable {
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /**
   * Refuses what could not be reached or would flood.
   *
   * @throws IllegalArgumentException naming the option
   */
  public AlertmanagerOptions {
    for (String one : url) {
      if (!isHttp(one)) {
        throw new IllegalArgumentException(
            "alertmanager.url = '" + one + "': expected a URL such as http://host:9093");
      }
    }
    if (interval.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "alertmanager.interval = '" + interval + "': expected at least 1s");
    }
  }

  /** True when somebody is to be paged. */
  public boolean isOn() {
    return !url.isEmpty();
  }

  private static boolean isHttp(String url) {
    try {
      URI place = URI.create(url);
      return place.getHost() != null && List.of("http", "https").contains(place.getScheme());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
