// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import io.signalbox.analytics.signals.Change;
import java.time.Instant;

/** Records to write in tests. */
final class Records {
  private Records() {}

  static Change change(int number, long atMs) {
    return new Change(
        "change-" + number,
        Instant.ofEpochMilli(atMs),
        "prod",
        "service-" + number % 7,
        "deployed",
        "v" + number,
        null,
        "test",
        false);
  }
}
