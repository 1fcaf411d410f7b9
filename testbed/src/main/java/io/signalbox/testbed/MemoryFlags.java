// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/**
 * Resolves the memory and the JVM options of both kinds of Flink process, as the start scripts of a
 * distribution do: a TaskManager refuses to start with sizes unresolved. Runs in a JVM of its own,
 * on the cluster's class path.
 */
public final class MemoryFlags {
  private MemoryFlags() {}

  /**
   * Writes four lines: JVM flags and options of the JobManager, then of a TaskManager.
   *
   * @param args folder of config.yaml, file to write
   */
  public static void main(String[] args) throws IOException {
    Configuration configuration = GlobalConfiguration.loadConfiguration(args[0]);
    var jobManager = JobManagerProcessUtils.processSpecFromConfig(configuration);
    var taskManager = TaskExecutorProcessUtils.processSpecFromConfig(configuration);
    Files.write(
        Path.of(args[1]),
        List.of(
            ProcessMemoryUtils.generateJvmParametersStr(jobManager)
                + optionsOf(configuration, CoreOptions.FLINK_JM_JVM_OPTIONS),
            JobManagerProcessUtils.generateDynamicConfigsStr(jobManager),
            ProcessMemoryUtils.generateJvmParametersStr(taskManager)
                + optionsOf(configuration, CoreOptions.FLINK_TM_JVM_OPTIONS),
            TaskExecutorProcessUtils.generateDynamicConfigsStr(taskManager)));
  }

  private static String optionsOf(Configuration configuration, ConfigOption<String> option) {
    return " " + configuration.get(option);
  }
}
