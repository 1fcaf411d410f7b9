// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.analytics.patterns.RuleVerdict;
import io.signalbox.jobs.patterns.RulePublisher;
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
      "Sends a pattern, the removal of one, or a symptom table to the running jobs and prints what"
          + " they make of it.",
      "A file without effectiveAt (of a pattern: metadata.effectiveAt) holds from now on."
          + " Exit status 1 when it is refused, 2 when it cannot be read, 3 when no job answers."
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
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      out.println("no file " + file + " that can be read");
      return UNREADABLE;
    }
    RuleToPublish.Result read = RuleToPublish.read(file.toString(), Files.readString(file), now);
    read.problems().forEach(out::println);
    out.flush();
    RuleToPublish rule = read.rule();
    if (rule == null) {
      return UNREADABLE;
    }
    String brokers = bootstrap == null ? cluster.settings().ports().bootstrapServers() : bootstrap;
    long sinceNs = System.nanoTime();
    try (RulePublisher publisher =
        new RulePublisher(brokers, prefix, rule.topic(), rule.verdicts())) {
      RuleVerdict verdict =
          publisher.publish(rule.id(), rule.version(), rule.text(), Duration.ofSeconds(patience));
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
}
