// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import picocli.CommandLine.Command;

/** What must come out the same, whatever happens on the way. */
@Command(
    name = "story",
    mixinStandardHelpOptions = true,
    description = "Breaks or shuffles something and checks what is left in the output.",
    subcommands = {
      KillTaskManagerCommand.class,
      ShuffleCommand.class,
      ShuffleCoreCommand.class,
      ExactCostsCommand.class,
      BillCommand.class,
      QuietHourCommand.class,
      LiveRuleCommand.class,
      AlertmanagerCommand.class
    })
final class StoryCommand {}
