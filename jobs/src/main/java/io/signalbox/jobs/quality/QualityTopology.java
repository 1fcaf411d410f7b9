// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.analytics.quality.AnswerDetails;
import io.signalbox.analytics.quality.AnswerItem;
import io.signalbox.analytics.quality.AnswerLabel;
import io.signalbox.analytics.quality.AnswerReading;
import io.signalbox.analytics.quality.Observation;
import io.signalbox.analytics.quality.Prediction;
import io.signalbox.analytics.quality.PredictionReading;
import io.signalbox.analytics.quality.QualityRate;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.jobs.incidents.ReadStatements;
import io.signalbox.jobs.incidents.StampFinding;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.schemas.quality.AnswerItemType;
import io.signalbox.schemas.quality.LabelReader;
import io.signalbox.schemas.quality.PredictionReader;
import io.signalbox.schemas.quality.QualityItem;
import io.signalbox.schemas.quality.QualityItemType;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The quality job: from answers, predictions and what is said of them to how good they are, and
 * from decisions to what came of them.
 */
public final class QualityTopology {
  private QualityTopology() {}

  /** Wires the job. */
  public static Qualities build(QualityInputs inputs, JobOptions options) {
    AnswerItemType type = new AnswerItemType();
    AnswerDetails details = options.quality().details();
    DataStream<AnswerItem> items =
        KeyItems.key(
            inputs.genAi(),
            "answers",
            type,
            (foundMs, event) -> AnswerReading.of(foundMs, event, details));
    DataStream<DeadLetter> refused = null;
    if (inputs.answers() != null) {
      SingleOutputStreamOperator<AnswerLabel> labels =
          ReadStatements.from(
              inputs.answers().labels(), "answer-labels", AnswerLabel.class, LabelReader::read);
      SingleOutputStreamOperator<Prediction> predictions =
          ReadStatements.from(
              inputs.answers().predictions(),
              "model-predictions",
              Prediction.class,
              PredictionReader::read);
      refused =
          labels
              .getSideOutput(ReadStatements.REFUSED)
              .union(predictions.getSideOutput(ReadStatements.REFUSED));
      items =
          items.union(
              KeyItems.key(
                  labels,
                  "answer-labels",
                  type,
                  (foundMs, label) -> List.of(AnswerReading.of(foundMs, label))),
              KeyItems.key(
                  predictions,
                  "model-predictions",
                  type,
                  (foundMs, said) -> List.of(PredictionReading.of(foundMs, said, details))));
    }
    JoinAnswers join = new JoinAnswers(options.quality().horizon().toMillis());
    DataStream<Observation> joined =
        fold(
                join,
                TypeInformation.of(Observation.class),
                options,
                items.keyBy(AnswerItem::key, Types.STRING))
            .uid(JoinAnswers.UID)
            .name("Join answers");
    QualityItemType itemType = new QualityItemType();
    DataStream<QualityItem> seen =
        StampFinding.stamp(joined, "observations", QualityItem::of, itemType)
            .union(
                StampFinding.stamp(inputs.changes(), "model-changes", QualityItem::of, itemType));
    SingleOutputStreamOperator<QualityRate> watched =
        fold(
                new WatchAnswers(options.quality()),
                TypeInformation.of(QualityRate.class),
                options,
                seen.keyBy(QualityItem::key, Types.STRING))
            .uid(WatchAnswers.UID)
            .name("Watch answers");
    Qualities answers =
        new Qualities(
            watched,
            watched.getSideOutput(WatchAnswers.SHAPES),
            watched.getSideOutput(WatchAnswers.EPISODES),
            null,
            refused);
    return inputs.decisions() == null
        ? answers
        : answers.with(ImpactTopology.build(inputs.genAi(), inputs.decisions(), options));
  }

  /** Applies a fold as the options say. */
  static <I, O> SingleOutputStreamOperator<O> fold(
      EventTimeFold<I, O, ?> operator,
      TypeInformation<O> type,
      JobOptions options,
      KeyedStream<I, String> items) {
    if (options.time().foldOnArrival()) {
      operator.foldOnArrival();
    }
    operator.cache(options.state().cache().getBytes());
    return items.transform(operator.getClass().getSimpleName(), type, operator);
  }
}
