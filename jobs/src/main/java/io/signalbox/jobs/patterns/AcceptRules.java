// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.patterns.RuleVerdict;
import io.signalbox.patterns.catalogue.AcceptedRule;
import io.signalbox.patterns.catalogue.RuleBook;
import io.signalbox.patterns.catalogue.Ruling;
import io.signalbox.schemas.patterns.EventBatch;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Decides at one place which rules hold, because tasks that decided for themselves could differ:
 * its watermark is never behind that of the tasks that match, so an epoch that lies ahead here lies
 * ahead of all of them. Of the events only the watermarks are wanted.
 */
final class AcceptRules extends AbstractStreamOperator<AcceptedRule>
    implements TwoInputStreamOperator<RuleText, EventBatch, AcceptedRule> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  static final String UID = "accept-rules";

  /** What became of each rule. */
  static final OutputTag<RuleVerdict> VERDICTS =
      new OutputTag<>("rule-verdicts", TypeInformation.of(RuleVerdict.class));

  private transient RuleBook book;
  private transient ListState<AcceptedRule> stored;
  private transient Counter refused;
  private transient long passedMs;

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    passedMs = Long.MIN_VALUE;
    stored =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>("rules", TypeInformation.of(AcceptedRule.class)));
    List<AcceptedRule> accepted = new ArrayList<>();
    stored.get().forEach(accepted::add);
    book = new RuleBook(accepted);
  }

  @Override
  public void open() throws Exception {
    super.open();
    refused = getMetricGroup().counter("signalbox_refused_rules");
    getMetricGroup().gauge("signalbox_rules", () -> book.accepted().size());
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    stored.update(book.accepted());
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    passedMs = mark.getTimestamp();
    super.processWatermark(mark);
  }

  @Override
  public void processElement1(StreamRecord<RuleText> element) {
    RuleText rule = element.getValue();
    Ruling ruling = book.judge(rule.origin(), rule.text(), passedMs);
    output.collect(VERDICTS, new StreamRecord<>(ruling.verdict()));
    if (ruling.rule() != null) {
      output.collect(new StreamRecord<>(ruling.rule()));
    } else if (!ruling.verdict().accepted()) {
      refused.inc();
    }
  }

  @Override
  public void processElement2(StreamRecord<EventBatch> element) {
    throw new IllegalStateException("only the watermarks of events come here");
  }
}
