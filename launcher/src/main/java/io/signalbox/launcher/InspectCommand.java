// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.jobs.savepoints.Savepoint;
import io.signalbox.jobs.savepoints.SeriesBaseline;
import io.signalbox.jobs.savepoints.ServiceBudget;
import io.signalbox.schemas.json.RecordJson;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the baselines of a service. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what is usual for every series of a service, as a savepoint or a retained checkpoint of"
          + " detect or all has it. The job need not run.",
      "What people have said is printed with its effect on the alarm budget.",
      "Exit status 1 when there is no such savepoint or service."
    })
final class InspectCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "SAVEPOINT", description = "Folder that holds _metadata.")
  private Path savepoint = Path.of(".");

  @Parameters(index = "1", paramLabel = "SERVICE", description = "The service.")
  private String service = "";

  @Option(
      names = "--json",
      description = "One JSON object for each series, after one for feedback about the service.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Savepoint stored = new Savepoint(savepoint);
    List<SeriesBaseline> series = stored.series(service);
    List<ServiceBudget> budgets = stored.budgets(service);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      budgets.forEach(one -> print(one, out));
      series.forEach(one -> print(one, out));
    } else {
      BaselineTable.printBudgets(budgets, out);
      BaselineTable.print(series, out);
    }
    out.flush();
    return 0;
  }

  private static void print(Object one, PrintWriter out) {
    out.println(new String(RecordJson.write(one), StandardCharsets.UTF_8));
  }
}
