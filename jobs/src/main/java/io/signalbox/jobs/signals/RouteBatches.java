// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Sends each kind of batch its way, because a source has one output and the kinds have many. */
public final class RouteBatches extends ProcessFunction<SignalBatch, SignalBatch> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  public static final String UID = "route-batches";

  /** Halves of calls. */
  public static final OutputTag<SignalBatch> TRACES =
      new OutputTag<>("traces", new SignalBatchType());

  /** What is counted for telemetry quality. */
  public static final OutputTag<SignalBatch> COUNTS =
      new OutputTag<>("counts", new SignalBatchType());

  /** GenAI calls and evaluations. */
  public static final OutputTag<GenAiEvent> GEN_AI =
      new OutputTag<>("gen-ai", TypeInformation.of(GenAiEvent.class));

  /** Announced changes. */
  public static final OutputTag<Change> CHANGES =
      new OutputTag<>("announced-changes", TypeInformation.of(Change.class));

  /** Input that could not be used. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

  private static final byte[] NOTHING = {};

  private transient Counter refused;

  @Override
  public void open(OpenContext context) {
    refused = getRuntimeContext().getMetricGroup().counter("signalbox_dead_letters");
  }

  @Override
  public void processElement(SignalBatch batch, Context context, Collector<SignalBatch> out)
      throws IOException {
    switch (batch.kind()) {
      case METRICS, SPANS, LOGS -> {
        out.collect(batch);
        if (batch.count() > 0) {
          context.output(COUNTS, count(batch, NOTHING));
        }
      }
      case TRACES -> context.output(TRACES, batch);
      case GEN_AI -> context.output(GEN_AI, RecordJson.read(batch.payload(), GenAiEvent.class));
      case CHANGE -> context.output(CHANGES, RecordJson.read(batch.payload(), Change.class));
      case DEAD_LETTER -> refuse(batch, context);
      case PROGRESS -> {
        // It has moved the watermark and has nothing else to say.
      }
      case EDGES, LATE -> throw new IllegalArgumentException("no source sends " + batch.kind());
    }
  }

  private void refuse(SignalBatch batch, Context context) throws IOException {
    DeadLetter letter = RecordJson.read(batch.payload(), DeadLetter.class);
    refused.inc();
    context.output(DEAD_LETTERS, letter);
    boolean hasTime = batch.latestMs() != Long.MIN_VALUE;
    if (hasTime) {
      byte[] reason = letter.reason().getBytes(StandardCharsets.UTF_8);
      context.output(COUNTS, count(batch, reason));
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
