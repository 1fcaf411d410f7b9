// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import picocli.CommandLine.Command;

/** Failure patterns. */
@Command(
    name = "patterns",
    mixinStandardHelpOptions = true,
    description = "Tests, checks and shows failure patterns; see docs/pattern-language.md.",
    subcommands = {
      PatternsTestCommand.class,
      PatternsLintCommand.class,
      PatternsExplainCommand.class,
      PatternsGraphCommand.class,
      PatternsExportCommand.class,
      PatternsImportCommand.class,
      PatternsPublishCommand.class
    })
final class PatternsCommand {}
