// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Random histories with lost loads, lost answers, checkpoints that complete late or never, and
 * crashes: the pager ends up holding what is the case, and never brings back what was over.
 */
class AlertBookPropertyTest {
  private static final long INTERVAL = 30_000;
  private static final List<String> SEVERITIES = List.of("minor", "major", "critical");

  /** What a crash goes back to. */
  private record Checkpoint(long number, int position, TreeMap<String, Alert> state) {}

  private final TreeMap<String, Integer> endedBy = new TreeMap<>();
  private final TreeSet<String> firing = new TreeSet<>();
  private AlertBook book = new AlertBook(INTERVAL, 1000 * INTERVAL);
  private TreeMap<String, Alert> state = new TreeMap<>();
  private Checkpoint durable = new Checkpoint(0, 0, new TreeMap<>());
  private final List<Checkpoint> begun = new ArrayList<>();
  private List<Incident> input = List.of();
  private int position;
  private long nowMs;
  private long checkpoints;

  @Property(tries = 2000)
  void aPagerHoldsWhatIsTheCaseWhateverIsLostAndHoweverOftenAllStartsAgain(@ForAll long seed) {
    new AlertBookPropertyTest().play(seed); // jqwik has one instance for all tries
  }

  private void play(long seed) {
    Random random = new Random(seed);
    input = history(random);
    for (int step = 0; step < 120; step++) {
      nowMs += random.nextInt((int) INTERVAL);
      step(random.nextInt(10), random);
    }
    while (position < input.size()) {
      takeNext();
    }
    begin();
    complete();
    tell(true, true);
    tell(true, true);

    assertEquals(truth(), firing);
  }

  private void step(int choice, Random random) {
    switch (choice) {
      case 0 -> crash();
      case 1 -> tell(false, false);
      case 2 -> tell(true, false);
      case 3 -> begin();
      case 4 -> {
        if (!begun.isEmpty()) {
          complete();
        }
      }
      case 5, 6 -> tell(true, true);
      default -> {
        if (position < input.size() && random.nextBoolean()) {
          takeNext();
        }
      }
    }
  }

  private void takeNext() {
    Alert alert = book.take(input.get(position++), nowMs);
    if (alert != null) {
      state.put(alert.incident(), alert);
    }
  }

  private void tell(boolean arrives, boolean answered) {
    List<AlertNotice> notices = book.due(nowMs, 3);
    if (arrives) {
      notices.forEach(this::hear);
    }
    if (answered) {
      book.delivered(notices, nowMs).forEach(alert -> state.put(alert.incident(), alert));
    }
  }

  private void hear(AlertNotice notice) {
    Alert alert = notice.alert();
    for (String severity : notice.ended()) {
      firing.remove(alert.incident() + " " + severity);
      endedBy.put(alert.incident() + " " + severity, alert.revision());
    }
    if (notice.firing() != null) {
      String name = alert.incident() + " " + notice.firing();
      int ended = endedBy.getOrDefault(name, 0);
      assertTrue(alert.revision() > ended, name + " is brought back by an old revision");
      firing.add(name);
    }
    long both = firing.stream().filter(name -> name.startsWith(alert.incident() + " ")).count();
    assertTrue(both <= 1, "an incident is told of twice: " + firing);
  }

  private void begin() {
    book.snapshot(++checkpoints);
    begun.add(new Checkpoint(checkpoints, position, new TreeMap<>(state)));
  }

  private void complete() {
    durable = begun.get(begun.size() - 1);
    begun.clear();
    book.completed(durable.number(), nowMs);
  }

  private void crash() {
    book = new AlertBook(INTERVAL, 1000 * INTERVAL);
    begun.clear();
    position = durable.position();
    state = new TreeMap<>(durable.state());
    state.values().forEach(alert -> book.restore(alert, nowMs));
  }

  private Set<String> truth() {
    Map<String, Incident> last = new TreeMap<>();
    input.forEach(incident -> last.put(incident.id(), incident));
    TreeSet<String> open = new TreeSet<>();
    for (Incident incident : last.values()) {
      if (incident.status() != IncidentStatus.RESOLVED) {
        open.add(incident.id() + " " + incident.severity());
      }
    }
    return open;
  }

  private static List<Incident> history(Random random) {
    int[] revisions = new int[3];
    int[] severities = new int[3];
    boolean[] open = new boolean[3];
    List<Incident> history = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int which = random.nextInt(3);
      boolean first = revisions[which] == 0;
      boolean ends = open[which] && random.nextInt(3) == 0;
      if (random.nextInt(4) == 0 && severities[which] < 2 && !ends) {
        severities[which]++;
      }
      IncidentStatus status =
          first
              ? IncidentStatus.OPEN
              : ends
                  ? IncidentStatus.RESOLVED
                  : open[which] ? IncidentStatus.UPDATED : IncidentStatus.REOPENED;
      open[which] = !ends;
      history.add(
          Heard.revision(
              "inc-" + which, ++revisions[which], status, SEVERITIES.get(severities[which])));
    }
    return history;
  }
}
