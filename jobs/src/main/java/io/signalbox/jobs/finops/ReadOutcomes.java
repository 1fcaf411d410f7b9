// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.outcomes.Outcome;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.schemas.finops.OutcomeJson;
import io.signalbox.schemas.finops.RefusedUsage;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Reads outcomes of the business. */
final class ReadOutcomes extends ProcessFunction<Incoming, Outcome> {
  private static final long serialVersionUID = 1;
  private static final int MOST_SAID = 10_000;

  /** What tells of no outcome. */
  static final OutputTag<RefusedUsage> REFUSED =
      new OutputTag<>("unreadable-outcomes", TypeInformation.of(RefusedUsage.class));

  @Override
  public void processElement(Incoming item, Context context, Collector<Outcome> out) {
    if (item.progress() || item.value().length == 0) {
      return; // a tombstone says nothing
    }
    String source = item.topic() + "/" + item.partition();
    OutcomeJson.Line read = OutcomeJson.read(source, item.offset(), item.value(), item.eventMs());
    if (read.outcome() != null) {
      out.collect(read.outcome());
      return;
    }
    Refusal why = read.refusal() == null ? new Refusal("no outcome") : read.refusal();
    String text = new String(item.value(), UTF_8);
    String said = text.length() > MOST_SAID ? text.substring(0, MOST_SAID) : text;
    context.output(
        REFUSED,
        new RefusedUsage(read.id(), null, why.reason(), false, false, source, item.offset(), said));
  }
}
