// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.simulator.SimulationOptions;
import io.signalbox.simulator.output.SignalTopic;
import io.signalbox.simulator.output.SimulationOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells a person how far the simulation is, a line for every tenth of it. */
final class ProgressOutput implements SimulationOutput {
  private static final int LINES = 10;

  private final SimulationOutput next;
  private final PrintWriter err;
  private final long startMs;
  private final long lengthMs;
  private long requests;
  private long bytes;
  private int told;

  ProgressOutput(SimulationOutput next, SimulationOptions options, PrintWriter err) {
    this.next = next;
    this.err = err;
    this.startMs = options.start().toEpochMilli();
    this.lengthMs = options.duration().toMillis();
  }

  @Override
  public void accept(SignalTopic topic, long atMs, byte[] record) throws IOException {
    next.accept(topic, atMs, record);
    requests++;
    bytes += record.length;
    int tenths = (int) Math.min(LINES, LINES * (atMs - startMs) / lengthMs);
    if (tenths > told) {
      told = tenths;
      tell(tenths * 100 / LINES);
    }
  }

  @Override
  public void close() throws IOException {
    next.close();
    if (told < LINES) {
      tell(told * 100 / LINES);
    }
  }

  private void tell(int percent) {
    err.printf(
        Locale.ROOT, "simulate: %3d %%, %,d records, %,.1f MB%n", percent, requests, bytes / 1e6);
    err.flush();
  }
}
