// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import picocli.CommandLine.Command;

/** What happens when something breaks, tried on real processes. */
@Command(
    name = "story",
    mixinStandardHelpOptions = true,
    description = "Breaks something in a real cluster and checks what is left in the output.",
    subcommands = {KillTaskManagerCommand.class})
final class StoryCommand {}
