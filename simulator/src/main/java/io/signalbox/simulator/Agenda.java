// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator;

import io.signalbox.simulator.faults.Line;
import io.signalbox.simulator.faults.Stage;
import io.signalbox.simulator.telemetry.Announcer;
import io.signalbox.simulator.telemetry.Scribe;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.PriorityQueue;

/** What faults have put down to happen, in order of time. */
final class Agenda implements Stage {
  private final Announcer announcer;
  private final Scribe scribe;
  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long count;

  Agenda(Announcer announcer, Scribe scribe) {
    this.announcer = announcer;
    this.scribe = scribe;
  }

  /** When something is to happen next, epoch nanoseconds; the end of time when nothing is. */
  long next() {
    Entry first = entries.peek();
    return first == null ? Long.MAX_VALUE : first.at;
  }

  /** Lets it happen. */
  void take() {
    entries.remove().act.run();
  }

  @Override
  public void at(long ns, Runnable act) {
    entries.add(new Entry(ns, count++, act));
  }

  @Override
  public void announce(
      String kind, String service, String version, String previous, String artifact, long at) {
    try {
      announcer.announce(kind, service, version, previous, artifact, at);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public void write(Subject subject, Line line, long at) {
    scribe.write(subject, line, at);
  }

  @Override
  public void lastWords(Pod pod, String words, long at) {
    scribe.lastWords(pod, words, at);
  }

  private record Entry(long at, long order, Runnable act) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }
}
