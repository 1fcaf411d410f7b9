// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.capacity.CapacityModel;
import io.signalbox.benchmarks.capacity.CapacityPlan;
import io.signalbox.benchmarks.capacity.PlanCheck;
import io.signalbox.benchmarks.capacity.ResultsFile;
import io.signalbox.benchmarks.capacity.Workload;
import io.signalbox.benchmarks.detection.Pipeline;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells what a workload needs, from measured figures. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Tells what the detect job needs for a workload, by a model that is fitted to results of bench detect and comes",
      "with the product; or fits it anew, or compares it with results that it does not rest on."
    })
final class BenchPlanCommand implements Callable<Integer> {
  private static final String MODEL =
      "benchmarks/src/main/resources/io/signalbox/benchmarks/capacity/fit.json";

  @Option(names = "--services", description = "Number of services.")
  private long services;

  @Option(names = "--series", description = "Series of each service.")
  private long series;

  @Option(names = "--points-per-second", description = "Points of all series a second.")
  private double pointsPerSecond;

  @Option(names = "--checkpoint", defaultValue = "60", description = "Seconds between checkpoints.")
  private double checkpointSeconds;

  @Option(
      names = "--bytes-per-point",
      description = "Bytes on Kafka for each point; else those of the measured load.")
  private double bytesPerPoint;

  @Option(
      names = "--utilisation",
      defaultValue = "0.7",
      description = "Share of a core to be used; the rest is for catching up.")
  private double utilisation;

  @Option(
      names = "--backend",
      split = ",",
      defaultValue = "heap,rocksdb",
      converter = BenchLoadOptions.BackendName.class,
      description = "State backends: heap (or hashmap), rocksdb.")
  private List<Backend> backends = List.of();

  @Option(
      names = "--fit",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Fit the model to these results files and keep it in the sources.")
  private List<Path> fit = List.of();

  @Option(
      names = "--check",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Compare the model with these results files, which it must not rest on.")
  private List<Path> check = List.of();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try {
      if (!fit.isEmpty()) {
        return fit();
      }
      return check.isEmpty() ? plan() : check();
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }

  private Integer plan() throws IOException {
    CapacityModel model = CapacityModel.shipped();
    Workload workload =
        new Workload(
            services, series, pointsPerSecond, checkpointSeconds, bytesPerPoint, utilisation);
    List<CapacityPlan> plans = new ArrayList<>();
    for (Backend backend : backends) {
      plans.add(CapacityPlan.of(model, Pipeline.detect(backend), workload));
    }
    List<String> lines = new ArrayList<>();
    plans.forEach(plan -> lines.addAll(plan.lines()));
    lines.add("rests on:");
    model
        .restsOn()
        .forEach(
            source ->
                lines.add(
                    "  "
                        + source.file()
                        + ", commit "
                        + source.commit()
                        + ", "
                        + source.cores()
                        + " cores of "
                        + source.cpu()));
    return print(plans, lines);
  }

  private Integer check() throws IOException {
    CapacityModel model = CapacityModel.shipped();
    List<PlanCheck> checks = new ArrayList<>();
    for (Path file : check) {
      checks.addAll(PlanCheck.of(model, ResultsFile.read(file)));
    }
    return print(checks, PlanCheck.lines(checks));
  }

  private Integer fit() throws IOException {
    List<ResultsFile> files = new ArrayList<>();
    for (Path file : fit) {
      files.add(ResultsFile.read(file));
    }
    CapacityModel model = CapacityModel.fit(files);
    Path target = Path.of(System.getProperty("signalbox.root", ".")).resolve(MODEL);
    Files.createDirectories(target.getParent());
    Files.writeString(target, BenchResults.json().writeValueAsString(model) + "\n");
    return print(model, List.of("fitted to " + files.size() + " files: " + MODEL));
  }

  private Integer print(Object result, List<String> lines) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(BenchResults.json().writeValueAsString(result));
    } else {
      lines.forEach(out::println);
    }
    out.flush();
    return 0;
  }
}
