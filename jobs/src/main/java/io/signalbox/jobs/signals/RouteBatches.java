// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.analytics.detection.Feedback;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Sends each kind of batch its way, because a source has one output and the kinds have many. What
 * it has counted and not yet sent is sent before each barrier, so it has no state.
 */
public final class RouteBatches extends AbstractStreamOperator<SignalBatch>
    implements OneInputStreamOperator<SignalBatch, SignalBatch> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  public static final String UID = "route-batches";

  /** Halves of calls. */
  public static final OutputTag<SignalBatch> TRACES =
      new OutputTag<>("traces", new SignalBatchType());

  /** What rows of the symptom table have seen. */
  public static final OutputTag<SignalBatch> SYMPTOMS =
      new OutputTag<>("sightings", new SignalBatchType());

  /** What is counted for telemetry quality. */
  public static final OutputTag<SignalBatch> COUNTS =
      new OutputTag<>("counts", new SignalBatchType());

  /** GenAI calls and evaluations. */
  public static final OutputTag<GenAiEvent> GEN_AI =
      new OutputTag<>("gen-ai", TypeInformation.of(GenAiEvent.class));

  /** Announced changes. */
  public static final OutputTag<Change> CHANGES =
      new OutputTag<>("announced-changes", TypeInformation.of(Change.class));

  /** What people say about services as a whole. */
  public static final OutputTag<Feedback> FEEDBACK =
      new OutputTag<>("feedback", TypeInformation.of(Feedback.class));

  /** Input that could not be used. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

  private static final byte[] NOTHING = {};

  private transient Counter refused;
  private transient Counter statements;
  private transient CountBatches counts;
  private transient long watermarkMs;

  @Override
  public void open() throws Exception {
    super.open();
    refused = getMetricGroup().counter("signalbox_dead_letters");
    statements = getMetricGroup().counter("signalbox_feedback");
    counts = new CountBatches();
    watermarkMs = Long.MIN_VALUE;
  }

  @Override
  public void processElement(StreamRecord<SignalBatch> element) throws IOException {
    SignalBatch batch = element.getValue();
    switch (batch.kind()) {
      case METRICS, SPANS, LOGS -> {
        output.collect(element);
        if (batch.count() > 0) {
          count(batch);
        }
      }
      case TRACES -> send(TRACES, batch, batch);
      case SYMPTOMS -> send(SYMPTOMS, batch, batch);
      case GEN_AI -> send(GEN_AI, RecordJson.read(batch.payload(), GenAiEvent.class), batch);
      case CHANGE -> send(CHANGES, RecordJson.read(batch.payload(), Change.class), batch);
      case DEAD_LETTER -> refuse(batch);
      case PROGRESS -> {
        // It has moved the watermark and has nothing else to say.
      }
      case FEEDBACK -> feedback(batch);
      case EDGES, LATE -> throw new IllegalArgumentException("no source sends " + batch.kind());
    }
  }

  /** Each instance that a series may belong to is told of it. */
  private void feedback(SignalBatch batch) throws IOException {
    Feedback said = RecordJson.read(batch.payload(), Feedback.class);
    if (said.isLate(watermarkMs)) {
      refused.inc();
      send(DEAD_LETTERS, FeedbackRoutes.letter(said, batch, watermarkMs), batch);
      return;
    }
    statements.inc();
    if (said.series() == null) {
      send(FEEDBACK, said, batch);
    } else {
      for (SignalBatch told : FeedbackRoutes.toInstances(said, batch)) {
        output.collect(new StreamRecord<>(told, told.latestMs()));
      }
    }
  }

  private <X> void send(OutputTag<X> tag, X record, SignalBatch batch) {
    output.collect(tag, new StreamRecord<>(record, batch.latestMs()));
  }

  /** Whether a batch that comes late here is late is for the meter to say. */
  private void count(SignalBatch batch) {
    if (batch.tickMs() + SignalClock.TICK_MS - 1 <= watermarkMs) {
      sendCount(count(batch, NOTHING));
    } else {
      counts.add(batch);
    }
  }

  private void sendCount(SignalBatch count) {
    send(COUNTS, count, count);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    watermarkMs = mark.getTimestamp();
    counts.sendDue(watermarkMs, this::sendCount);
    super.processWatermark(mark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    counts.sendAll(this::sendCount);
  }

  @Override
  public void finish() throws Exception {
    counts.sendAll(this::sendCount);
    super.finish();
  }

  private void refuse(SignalBatch batch) throws IOException {
    DeadLetter letter = RecordJson.read(batch.payload(), DeadLetter.class);
    refused.inc();
    send(DEAD_LETTERS, letter, batch);
    boolean hasTime = batch.latestMs() != Long.MIN_VALUE;
    if (hasTime) {
      sendCount(count(batch, letter.reason().getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** By service, whatever the instance. */
  private static SignalBatch count(SignalBatch batch, byte[] payload) {
    return new SignalBatch(
        batch.kind(),
        batch.environment(),
        batch.service(),
        "",
        batch.tickMs(),
        batch.latestMs(),
        batch.count(),
        payload);
  }
}
