// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.simulator.SimulationOptions;
import io.signalbox.simulator.faults.EventSpan;
import io.signalbox.simulator.faults.FaultKind;
import io.signalbox.simulator.faults.FaultOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that say which world is simulated. */
final class WorldOptions {
  @Option(
      names = "--services",
      paramLabel = "N",
      description = "How many services, 10..100000 (default ${DEFAULT-VALUE}).")
  private int services = SimulationOptions.SERVICES;

  @Option(
      names = "--rate",
      paramLabel = "R",
      description = "Mean requests per second that come in (default ${DEFAULT-VALUE}).")
  private double rate = SimulationOptions.RATE;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      defaultValue = "1h",
      description = "Event time to simulate, such as 90s, 20m or 1h30m (default 1h).")
  private Duration duration;

  @Option(
      names = "--start",
      paramLabel = "ISO",
      converter = InstantConverter.class,
      description = "Event time at which it begins (default ${DEFAULT-VALUE}).")
  private Instant start = SimulationOptions.START;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Decides everything left to chance (default ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--fault",
      paramLabel = "KIND[:TARGET][@START[+TIME]]",
      converter = FaultConverter.class,
      completionCandidates = Kinds.class,
      description =
          "What is to go wrong; may be given several times. START counts from the beginning. KIND"
              + " is one of ${COMPLETION-CANDIDATES}.")
  private List<FaultOrder> faults = List.of();

  @Option(
      names = "--vitals",
      description =
          "Read vital signs too: heap, pools, caches, disks, certificates, containers, clocks."
              + " Always so with a fault whose story needs them.")
  private boolean vitals;

  @Option(
      names = "--random",
      description = "A system left to chance instead of the shop; faults need targets then.")
  private boolean random;

  /**
   * The options bound.
   *
   * @throws IllegalArgumentException naming the option that is out of range
   */
  SimulationOptions bind() {
    return new SimulationOptions(services, rate, duration, start, seed, faults, vitals, random);
  }

  private static final class Kinds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(FaultKind.values()).map(FaultKind::label).iterator();
    }
  }

  private static final class FaultConverter implements ITypeConverter<FaultOrder> {
    @Override
    public FaultOrder convert(String text) {
      try {
        return FaultOrder.parse(text);
      } catch (IllegalArgumentException problem) {
        throw new TypeConversionException(problem.getMessage());
      }
    }
  }

  private static final class TimeConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return EventSpan.parse(text);
      } catch (IllegalArgumentException problem) {
        throw new TypeConversionException(problem.getMessage());
      }
    }
  }

  private static final class InstantConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException problem) {
        throw new TypeConversionException(
            "'" + text + "' is no time; write it like " + SimulationOptions.START);
      }
    }
  }
}
