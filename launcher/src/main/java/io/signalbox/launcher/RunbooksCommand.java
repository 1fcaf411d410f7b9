// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import picocli.CommandLine.Command;

/** Runbooks, the actions they name, and the classes of incidents. */
@Command(
    name = "runbooks",
    mixinStandardHelpOptions = true,
    description =
        "Tests and checks runbooks and the classes of incidents; see docs/runbook-catalogue.md.",
    subcommands = {RunbooksTestCommand.class, RunbooksLintCommand.class})
final class RunbooksCommand {}
