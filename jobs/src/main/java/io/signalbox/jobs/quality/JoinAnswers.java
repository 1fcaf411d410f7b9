// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.analytics.quality.AnswerItem;
import io.signalbox.analytics.quality.AnswerJoin;
import io.signalbox.analytics.quality.Observation;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.schemas.quality.AnswerCodec;
import io.signalbox.schemas.quality.AnswerItemType;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;

/**
 * Brings answers and what is said of them together, because whoever judges an answer knows its id
 * and neither the version of the model nor the tenant, and may say so days later.
 */
final class JoinAnswers extends EventTimeFold<AnswerItem, Observation, AnswerJoin> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  static final String UID = "join-answers";

  private final long horizonMs;
  private transient @Nullable Counter orphans;

  /** Waits so long for more. */
  JoinAnswers(long horizonMs) {
    super(new AnswerItemOrder(), new AnswerItemType());
    this.horizonMs = horizonMs;
  }

  @Override
  public void open() throws Exception {
    super.open();
    orphans = getMetricGroup().counter("signalbox_marks_without_answer");
  }

  @Override
  protected String stateName() {
    return "answer";
  }

  @Override
  protected AnswerJoin decode(String key, byte @Nullable [] bytes) {
    return bytes == null ? new AnswerJoin() : AnswerCodec.read(bytes);
  }

  @Override
  protected byte[] encode(AnswerJoin join) {
    return AnswerCodec.write(join);
  }

  @Override
  protected boolean isOver(AnswerJoin join) {
    return join.isEmpty();
  }

  @Override
  protected void fold(
      AnswerJoin join, long tickMs, List<AnswerItem> items, FoldOutput<Observation> found) {
    join.fold(items, horizonMs, found::collect);
  }

  @Override
  protected void advance(AnswerJoin join, long nowMs, FoldOutput<Observation> found) {
    int lost = join.advance(nowMs);
    if (orphans != null) {
      orphans.inc(lost);
    }
  }

  @Override
  protected long nextWakeMs(AnswerJoin join) {
    return join.untilMs;
  }
}
