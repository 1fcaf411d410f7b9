// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.jobs.options.BadOptions;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The entry of every command. */
@Command(
    name = "signalbox",
    mixinStandardHelpOptions = true,
    version = "signalbox 0.1.0",
    description = "Makes operations of AI-era systems decidable.",
    subcommands = {
      HelpCommand.class,
      ConfigCommand.class,
      UpCommand.class,
      SubmitCommand.class,
      StatusCommand.class,
      DownCommand.class,
      JarCommand.class,
      StoryCommand.class,
      DemoCommand.class,
      SimulateCommand.class,
      DecodeCommand.class,
      ReplayCommand.class,
      PlanCommand.class,
      BootstrapCommand.class,
      StateCommand.class,
      BenchCommand.class,
      PatternsCommand.class,
      RunbooksCommand.class,
      ObjectivesCommand.class,
      ScoreCommand.class,
      EvaluateCommand.class,
      RootCauseCommand.class,
      CostCommand.class,
      FocusCheckCommand.class,
      DriftCommand.class,
      LearnCommand.class
    })
public final class Signalbox {
  Signalbox() {}

  /** Runs one command and exits with its status: 0 good, 1 failed, 2 wrong use. */
  public static void main(String[] args) {
    System.exit(line().execute(args));
  }

  /** All commands, and how what goes wrong is told. */
  static CommandLine line() {
    CommandLine line = new CommandLine(new Signalbox()).setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (problem, command, parsed) -> {
          if (problem instanceof BadOptions bad) {
            bad.problems().forEach(command.getErr()::println);
            return 2;
          }
          command.getErr().println("signalbox: " + said(problem));
          if (System.getenv("SIGNALBOX_DEBUG") != null) {
            problem.printStackTrace(command.getErr());
          }
          return 1;
        });
    return line;
  }

  /** A file that is not there says its path alone. */
  private static String said(Exception problem) {
    String message = problem.getMessage();
    if (message == null) {
      return problem.toString();
    }
    return problem instanceof NoSuchFileException ? "no such file: " + message : message;
  }
}
