// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import picocli.CommandLine.Command;

/** What jobs remember. */
@Command(
    name = "state",
    mixinStandardHelpOptions = true,
    description = "Shows what a savepoint or a retained checkpoint of detect holds.",
    subcommands = {InspectCommand.class})
final class StateCommand {}
