// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.analytics.finops.outcomes.LatestOutcome;
import io.signalbox.analytics.finops.outcomes.Outcome;
import io.signalbox.schemas.finops.OutcomeJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Outcomes with repeats, revisions, contradictions and some taken back, and those that count. */
final class OutcomeWorld {
  private static final long HOUR = 3_600_000L;

  private OutcomeWorld() {}

  /** Lines in some order of arrival. */
  static List<String> lines(int outcomes, long seed) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int id = 0; id < outcomes; id++) {
      long at = UsageWorld.START + (long) id * 4 * 24 * HOUR / outcomes;
      lines.add(line(id, at, 1, 1 + random.nextInt(3)));
      if (random.nextInt(4) == 0) {
        lines.add(line(id, at, 1, 1 + random.nextInt(3))); // repeats or contradicts
      }
      if (random.nextInt(4) == 0) {
        lines.add(line(id, at + HOUR, 2, random.nextInt(3)));
      }
    }
    Collections.shuffle(lines, random);
    return lines;
  }

  private static String line(int id, long at, int revision, int count) {
    return """
        {"timestamp":"%s","id":"o%d","revision":%d,"outcome":"%s","count":%d,\
        "tenant":%s,"team":"team-%d"%s}"""
        .formatted(
            Instant.ofEpochMilli(at),
            id,
            revision,
            id % 3 == 0 ? "ticket.resolved" : "order.placed",
            count,
            id % 5 == 0 ? "null" : "\"tenant-" + id % 7 + "\"", // two of them use nothing
            id % 3,
            id % 4 == 0 ? ",\"model\":\"gpt\"" : "");
  }

  static List<Outcome> read(List<String> lines) {
    List<Outcome> all = new ArrayList<>();
    for (String line : lines) {
      OutcomeJson.Line read =
          OutcomeJson.read("test", all.size(), line.getBytes(UTF_8), Long.MAX_VALUE);
      all.add(Objects.requireNonNull(read.outcome(), line));
    }
    return all;
  }

  static Collection<Outcome> latest(List<Outcome> all) {
    Map<String, Outcome> latest = new HashMap<>();
    all.forEach(
        one -> latest.put(one.key(), LatestOutcome.of(one, latest.get(one.key()), loser -> {})));
    return latest.values();
  }
}
