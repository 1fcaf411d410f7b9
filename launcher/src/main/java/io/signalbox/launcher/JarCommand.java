// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.testbed.DeployJar;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the jar to deploy. */
@Command(
    name = "jar",
    mixinStandardHelpOptions = true,
    description = {"Prints path, size and SHA-256 of the fat jar that holds all jobs."})
final class JarCommand implements Callable<Integer> {
  @Option(
      names = "--verify",
      description = "Builds it twice from clean and compares; exit status 1 when they differ.")
  private boolean verify;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Path root = ClusterOptions.root();
    boolean same = !verify || sameTwice(out, root);
    Path jar = DeployJar.find(root);
    UpCommand.say(out, jar + "\n" + Files.size(jar) + " bytes\n" + DeployJar.sha256(jar));
    return same ? 0 : 1;
  }

  private static boolean sameTwice(PrintWriter out, Path root)
      throws IOException, InterruptedException {
    UpCommand.say(out, "building from clean ...");
    String first = DeployJar.rebuild(root);
    UpCommand.say(out, "building from clean again ...");
    boolean same = first.equals(DeployJar.rebuild(root));
    UpCommand.say(out, same ? "both builds are the same" : "the builds DIFFER");
    return same;
  }
}
