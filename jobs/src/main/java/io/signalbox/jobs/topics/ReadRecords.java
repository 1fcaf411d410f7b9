// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.analytics.signals.DeadLetterReason;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.Topic;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Makes records of JSON; progress has done its work by then and goes no further. */
public final class ReadRecords<T> extends ProcessFunction<Incoming, T> {
  /** What is not JSON of the record that the topic carries. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("unreadable-records", TypeInformation.of(DeadLetter.class));

  private final Class<T> type;

  /** Reads the records of a topic. */
  public ReadRecords(Topic<T> topic) {
    this.type = topic.type();
  }

  @Override
  public void processElement(Incoming item, Context context, Collector<T> out) {
    if (item.progress()) {
      return;
    }
    try {
      out.collect(RecordJson.read(item.value(), type));
    } catch (IOException e) {
      context.output(DEAD_LETTERS, letter(item, e));
    }
  }

  private static DeadLetter letter(Incoming item, IOException problem) {
    return new DeadLetter(
        DeadLetterReason.MALFORMED,
        String.valueOf(problem.getMessage()),
        item.topic(),
        item.partition(),
        item.offset(),
        null,
        item.value());
  }
}
