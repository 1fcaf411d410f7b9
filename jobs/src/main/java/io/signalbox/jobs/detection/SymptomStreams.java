// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.detection;

import io.signalbox.analytics.patterns.RuleVerdict;
import io.signalbox.analytics.patterns.Symptom;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.patterns.LiveRules;
import io.signalbox.jobs.patterns.RuleText;
import io.signalbox.patterns.catalogue.AcceptedRule;
import io.signalbox.patterns.catalogue.TableForm;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.jspecify.annotations.Nullable;

/**
 * What is made of sightings.
 *
 * @param symptoms facts with a name
 * @param verdicts what became of live tables; null where none are taken
 */
record SymptomStreams(DataStream<Symptom> symptoms, @Nullable DataStream<RuleVerdict> verdicts) {
  private static final TypeInformation<Symptom> SYMPTOM = TypeInformation.of(Symptom.class);
  private static final String NAME = "Read symptoms";

  /**
   * Wires the reading.
   *
   * @param tables live symptom tables, or null when none are taken
   */
  static SymptomStreams of(
      DataStream<SignalBatch> sightings,
      @Nullable DataStream<RuleText> tables,
      JobOptions options) {
    List<AcceptedRule> initial = options.symptoms().initial();
    ReadSymptoms operator = new ReadSymptoms(initial);
    if (options.time().foldOnArrival()) {
      operator.foldOnArrival();
    }
    operator.cache(options.state().cache().getBytes());
    KeyedStream<SignalBatch, String> keyed = sightings.keyBy(SignalBatch::key, Types.STRING);
    if (tables == null) {
      return new SymptomStreams(
          keyed.transform("ReadSymptoms", SYMPTOM, operator).uid(ReadSymptoms.UID).name(NAME),
          null);
    }
    LiveRules live =
        LiveRules.accept(
            tables,
            LiveRules.times(sightings, "sightings"),
            new TableForm(options.symptoms().tables().rows()),
            initial,
            "symptom-tables");
    return new SymptomStreams(
        live.apply(keyed, operator, ReadSymptoms.UID, NAME, SYMPTOM), live.verdicts());
  }
}
