// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.analytics.patterns.RuleVerdict;
import io.signalbox.jobs.patterns.RulePublisher;
import io.signalbox.patterns.reading.Problem;
import io.signalbox.patterns.reading.RuleReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a live rule to the jobs. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Sends a pattern, or the removal of one, to the running jobs and prints what they make of it.",
      "A file without metadata.effectiveAt holds from now on. Exit status 1 when it is refused, 2"
          + " when it cannot be read, 3 when no job answers."
    })
final class PatternsPublishCommand implements Callable<Integer> {
  private static final int UNREADABLE = 2;
  private static final int NO_ANSWER = 3;

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "Kafka (default: that of the cluster that up has started).")
  private @Nullable String bootstrap;

  @Option(
      names = "--topic-prefix",
      paramLabel = "PREFIX",
      defaultValue = "",
      description = "Prefix of the topics of this installation.")
  private String prefix = "";

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "30",
      showDefaultValue = Visibility.ALWAYS,
      description = "How long to wait for an answer.")
  private int patience;

  @Parameters(paramLabel = "FILE", description = "YAML of the rule.")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    String text = withEpoch(Files.readString(file));
    RuleReader.Result read = RuleReader.read(file.toString(), text);
    read.problems().stream().map(Problem::toString).forEach(out::println);
    out.flush();
    if (read.rule().isEmpty()) {
      return UNREADABLE;
    }
    String brokers = bootstrap == null ? cluster.settings().ports().bootstrapServers() : bootstrap;
    long sinceNs = System.nanoTime();
    try (RulePublisher publisher = new RulePublisher(brokers, prefix, "pattern-rules")) {
      RuleVerdict verdict =
          publisher.publish(read.rule().get(), text, Duration.ofSeconds(patience));
      double seconds = (System.nanoTime() - sinceNs) / 1e9;
      if (verdict == null) {
        out.printf("no job answered within %d s; the rule stays on the topic%n", patience);
        return NO_ANSWER;
      }
      print(out, verdict, seconds);
      return verdict.accepted() ? 0 : 1;
    } finally {
      out.flush();
    }
  }

  private static void print(PrintWriter out, RuleVerdict verdict, double seconds) {
    String what = verdict.removal() ? "removal of " : "";
    String id = verdict.pattern() + " version " + verdict.version();
    if (verdict.accepted()) {
      out.printf(
          Locale.ROOT,
          "%s%s holds from %s on; accepted after %.1f s%n",
          what,
          id,
          verdict.effectiveAt(),
          seconds);
    } else {
      out.printf("%s%s was refused: %s%n", what, id, verdict.reason());
    }
  }

  /** Event time is behind the clock, so what holds from now on is ahead of it. */
  private static String withEpoch(String text) {
    if (text.contains("effectiveAt")) {
      return text;
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return text.replaceFirst("(?m)^metadata:\\s*\\{", "metadata: {effectiveAt: " + now + ", ")
        .replaceFirst("(?m)^metadata:\\s*$", "metadata:\n  effectiveAt: " + now);
  }
}
