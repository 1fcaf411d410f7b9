// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import picocli.CommandLine.Command;

/** What services have promised. */
@Command(
    name = "objectives",
    mixinStandardHelpOptions = true,
    description = "Checks objectives of services; see docs/incident-impact.md.",
    subcommands = ObjectivesLintCommand.class)
final class ObjectivesCommand {}
