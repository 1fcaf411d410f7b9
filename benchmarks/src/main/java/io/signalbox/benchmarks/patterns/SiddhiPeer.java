// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.siddhi.core.SiddhiAppRuntime;
import io.siddhi.core.SiddhiManager;
import io.siddhi.core.event.Event;
import io.siddhi.core.stream.input.InputHandler;
import io.siddhi.core.stream.output.StreamCallback;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.benchmarks.load.Sent;
import io.signalbox.benchmarks.runs.Meter;
import io.signalbox.benchmarks.runs.WarmUp;
import io.signalbox.benchmarks.runs.Window;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Siddhi 5.1, partitioned by key, in the clock of its events. It takes them in one thread in the
 * order in which they come: no shuffle, no watermark, no state backend and no checkpoint.
 */
final class SiddhiPeer implements AutoCloseable {
  private static final int BETWEEN_LOOKS = 1000;

  private final SiddhiManager manager = new SiddhiManager();
  private final SiddhiAppRuntime runtime;
  private final InputHandler input;
  private final EventLoad load;
  private long next;

  /** Starts it; nothing was sent yet. */
  SiddhiPeer(PatternRunSpec spec) {
    load = new EventLoad(spec.services(), spec.shares());
    runtime = manager.createSiddhiAppRuntime(app(LatencyErrorRestart.TYPES));
    runtime.addCallback("Matches", new Told());
    input = runtime.getInputHandler("Events");
    runtime.start();
  }

  /** Its story. It lets a match be as long as its time, the others only shorter. */
  private static String app(List<String> types) {
    return String.format(
        Locale.ROOT,
        """
        @app:playback
        define stream Events (key string, type string, atMs long);
        partition with (key of Events)
        begin
          from every a = Events[type == '%s'] -> b = Events[type == '%s'] -> c = Events[type == '%s']
            within %d milliseconds
          select a.key as key, a.atMs as aMs, b.atMs as bMs, c.atMs as cMs
          insert into Matches;
        end;
        """,
        types.get(0),
        types.get(1),
        types.get(2),
        LatencyErrorRestart.WITHIN_MS - 1);
  }

  private static final class Told extends StreamCallback {
    @Override
    public void receive(Event[] matches) {
      for (Event match : matches) {
        Object[] data = match.getData();
        MatchDigest.add((String) data[0], (long) data[1], (long) data[2], (long) data[3]);
      }
    }
  }

  /** Warms it up and measures it, or runs it to the end of its events. */
  PatternRunResult run(PatternRunSpec spec) throws Exception {
    if (spec.events() > 0) {
      Window.Start start = Window.Start.now(0);
      send(spec.events());
      return new PatternRunResult(
          0, start.end(Sent.points()), MatchDigest.count(), MatchDigest.sum());
    }
    WarmUp warmUp = new WarmUp(spec.warmUpCpuSeconds());
    sendUntil(warmUp::isOver);
    Window.Start start = Window.Start.now(next);
    double end = start.cpuSeconds() + spec.cpuSeconds();
    sendUntil(() -> Meter.cpuSeconds() >= end);
    Window window = start.end(next);
    return new PatternRunResult(
        window.perCpuSecond(), window, MatchDigest.count(), MatchDigest.sum());
  }

  private void sendUntil(BooleanSupplier over) throws InterruptedException {
    while (!over.getAsBoolean()) {
      send(BETWEEN_LOOKS);
    }
  }

  private void send(long events) throws InterruptedException {
    for (long end = next + events; next < end; next++) {
      PatternEvent event = load.map(next);
      input.send(event.timeMs(), new Object[] {event.key(), event.type(), event.timeMs()});
    }
  }

  @Override
  public void close() {
    runtime.shutdown();
    manager.shutdown();
  }
}
