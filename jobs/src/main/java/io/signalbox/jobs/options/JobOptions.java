// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import io.signalbox.schemas.signals.Sought;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * All options of all jobs. Options of Flink itself are no business of these: they are set in
 * Flink's own config.yaml.
 *
 * @param time how event time passes
 * @param topics where telemetry is read from
 * @param kafka how the brokers are reached
 * @param detection when something counts as not as usual
 * @param symptoms which telemetry means which symptom
 * @param patterns which failure patterns are matched
 * @param correlation which episodes are one incident
 * @param incidents which incidents anyone is told of
 * @param advice what is recommended
 * @param quality how the answers of models are watched
 * @param impact how decisions are joined with what came of them
 * @param finops what usages cost
 * @param charges where charges are read beside their topics
 * @param output where records go
 * @param alertmanager how people are paged
 * @param postgres where the history of incidents is kept
 * @param state how state is reached
 */
@OptionGroup(title = "Signalbox")
public record JobOptions(
    TimeOptions time,
    TopicOptions topics,
    KafkaOptions kafka,
    DetectionOptions detection,
    SymptomOptions symptoms,
    PatternOptions patterns,
    CorrelationOptions correlation,
    IncidentOptions incidents,
    AdviceOptions advice,
    QualityOptions quality,
    ImpactOptions impact,
    FinopsOptions finops,
    ChargeOptions charges,
    OutputOptions output,
    AlertmanagerOptions alertmanager,
    PostgresOptions postgres,
    StateOptions state)
    implements Serializable {

  /**
   * Refuses what does not go together.
   *
   * @throws IllegalArgumentException naming the options
   */
  public JobOptions {
    needsDatabase("charges.postgres", charges.postgres(), postgres);
    needsDatabase("quality.postgres", quality.postgres(), postgres);
  }

  private static void needsDatabase(String key, boolean wanted, PostgresOptions postgres) {
    if (wanted && !postgres.isOn()) {
      throw new IllegalArgumentException(
          key + " = 'true': needs a database, name it by postgres.url");
    }
  }

  /**
   * What is sought in requests.
   *
   * @throws IllegalArgumentException when a file that is named is not as it should be
   */
  public Sought sought() {
    return new Sought(symptoms.tables().rows(), incidents.named());
  }

  /**
   * The options of this process: command line over environment over {@code --config} files over
   * defaults.
   *
   * @throws BadOptions naming everything that is wrong
   */
  public static JobOptions of(String... arguments) {
    return bind(List.of(arguments), System.getenv()).options();
  }

  /** The same for a given environment, with the origin of every value. */
  public static Bound<JobOptions> bind(List<String> arguments, Map<String, String> environment) {
    return OptionBinder.bind(JobOptions.class, arguments, environment);
  }
}
