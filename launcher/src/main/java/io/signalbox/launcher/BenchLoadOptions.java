// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.detection.Pipeline;
import io.signalbox.benchmarks.detection.RunSpec;
import io.signalbox.benchmarks.latency.OpenLoopSpec;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is sent, and what it is measured with. */
final class BenchLoadOptions {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,7})([mg])");
  private static final double FIXED_RATE = 1_000_000;

  @Option(names = "--services", defaultValue = "1000", description = "Number of services.")
  private int services;

  @Option(names = "--series", defaultValue = "100", description = "Series of each service.")
  private int series;

  @Option(
      names = "--interval",
      defaultValue = "10",
      description = "Seconds of event time between two points of a series.")
  private double intervalSeconds;

  @Option(
      names = "--rate",
      description =
          "Points per second, sent on a fixed schedule: implies --open-loop, where"
              + " 1,000,000 is the default.")
  private double rate;

  @Option(names = "--parallelism", defaultValue = "1", description = "Tasks of each operator.")
  private int parallelism;

  @Option(
      names = "--backend",
      split = ",",
      defaultValue = "heap,rocksdb",
      converter = BackendName.class,
      description = "State backends: heap (or hashmap), rocksdb.")
  private List<Backend> backends = List.of();

  @Option(names = "--checkpoint", defaultValue = "60", description = "Seconds between checkpoints.")
  private double checkpointSeconds;

  @Option(
      names = "--heap",
      defaultValue = "3g",
      converter = HeapSize.class,
      description = "Heap of each run, such as 512m or 4g.")
  private String heap = "3g";

  @Option(
      names = "--managed-memory",
      defaultValue = "512",
      description = "Megabytes of memory of RocksDB.")
  private int managedMegabytes;

  @Option(
      names = "--state-cache",
      defaultValue = "256",
      description =
          "Megabytes of heap in which a task keeps state back from RocksDB (option state.cache).")
  private int cacheMegabytes;

  @Option(names = "--warm-up", defaultValue = "15", description = "Cpu-seconds before measuring.")
  private double warmUp;

  @Option(
      names = "--warm-up-scrapes",
      defaultValue = "3",
      description = "Points of each series before measuring.")
  private int warmUpScrapes;

  @Option(
      names = "--measure",
      defaultValue = "15",
      description =
          "Cpu-seconds measured a run, at least; a run with state is measured for a checkpoint interval, at least.")
  private double measure;

  /** Names of state backends, as people call them. */
  static final class BackendName implements ITypeConverter<Backend> {
    @Override
    public Backend convert(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "heap", "hashmap" -> Backend.HASHMAP;
        case "rocksdb" -> Backend.ROCKSDB;
        default -> throw new TypeConversionException("expected heap or rocksdb, not " + name);
      };
    }
  }

  /** Sizes as the JVM takes them. */
  static final class HeapSize implements ITypeConverter<String> {
    @Override
    public String convert(String size) {
      String lower = size.toLowerCase(Locale.ROOT);
      if (!SIZE.matcher(lower).matches()) {
        throw new TypeConversionException("expected a size such as 512m or 4g, not " + size);
      }
      return lower;
    }
  }

  String heap() {
    return heap;
  }

  double rate() {
    return rate;
  }

  long heapBytes() {
    Matcher parts = SIZE.matcher(heap);
    if (!parts.matches()) {
      throw new IllegalStateException(heap);
    }
    return Long.parseLong(parts.group(1)) << (parts.group(2).equals("g") ? 30 : 20);
  }

  List<Pipeline> detectPipelines() {
    return backends.stream().distinct().map(Pipeline::detect).toList();
  }

  RunSpec spec() {
    return new RunSpec(
        Pipeline.DETECT_HEAP,
        services,
        series,
        Math.round(1e3 * intervalSeconds),
        parallelism,
        Math.round(1e3 * checkpointSeconds),
        managedMegabytes,
        cacheMegabytes,
        warmUp,
        warmUpScrapes,
        measure,
        0);
  }

  /** Runs that show whether a heap holds its series: two checkpoints after the warm-up. */
  RunSpec forMost(RunSpec spec) {
    return new RunSpec(
        Pipeline.DETECT_HEAP,
        spec.services(),
        spec.series(),
        spec.intervalMs(),
        spec.parallelism(),
        spec.checkpointMs(),
        spec.managedMegabytes(),
        spec.cacheMegabytes(),
        spec.warmUpCpuSeconds(),
        spec.warmUpScrapes(),
        spec.cpuSeconds(),
        2);
  }

  List<OpenLoopSpec> openLoop(double disorderSeconds, double warmUpSeconds, double seconds) {
    return backends.stream()
        .distinct()
        .map(
            backend ->
                new OpenLoopSpec(
                    backend,
                    services,
                    series,
                    rate > 0 ? rate : FIXED_RATE,
                    Math.round(1e3 * disorderSeconds),
                    parallelism,
                    Math.round(1e3 * checkpointSeconds),
                    managedMegabytes,
                    cacheMegabytes,
                    warmUpSeconds,
                    seconds,
                    2,
                    5))
        .toList();
  }

  /** What a results file says of it. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("services", services);
    settings.put("series", series);
    settings.put("interval_s", intervalSeconds);
    settings.put("rate", rate);
    settings.put("parallelism", parallelism);
    settings.put("checkpoint_s", checkpointSeconds);
    settings.put("heap", heap);
    settings.put("managed_mb", managedMegabytes);
    settings.put("state_cache_mb", cacheMegabytes);
    settings.put("warm_up_cpu_s", warmUp);
    settings.put("warm_up_scrapes", warmUpScrapes);
    settings.put("measure_cpu_s", measure);
    return settings;
  }
}
