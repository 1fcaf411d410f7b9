// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import io.signalbox.analytics.incidents.Alert;
import io.signalbox.analytics.incidents.AlertBook;
import io.signalbox.analytics.incidents.AlertNotice;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.jobs.options.AlertmanagerOptions;
import io.signalbox.schemas.incidents.AlertCodec;
import io.signalbox.schemas.incidents.AlertmanagerJson;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Alertmanager told of all open incidents, because it forgets what it does not hear of. What
 * it knows of each is state, so that a restart neither loses an alert nor brings one back; what is
 * told when is the {@link AlertBook}'s to decide. It looks at the clock of the machine, and nothing
 * of that comes into a stream or into state.
 */
public final class SendAlerts extends Delivery<Incident> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  public static final String UID = "send-alerts";

  private static final String STATE = "alert";
  private static final long TICK_MS = 500;
  private static final int BATCH = 256;
  private static final Duration REMEMBER = Duration.ofDays(1);

  private final AlertmanagerOptions options;
  private transient ValueState<byte[]> alerts;
  private transient AlertBook book;
  private transient Alertmanager pager;
  private transient @Nullable Courier courier;
  private transient Counter old;

  SendAlerts(AlertmanagerOptions options) {
    this.options = options;
  }

  /** Tells Alertmanager of incidents. */
  static void send(DataStream<Incident> incidents, AlertmanagerOptions options) {
    incidents
        .keyBy(Incident::id, Types.STRING)
        .transform("Send alerts", Types.VOID, new SendAlerts(options))
        .uid(UID);
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    alerts =
        context
            .getKeyedStateStore()
            .getState(new ValueStateDescriptor<>(STATE, BytePrimitiveArraySerializer.INSTANCE));
    book = new AlertBook(options.interval().toMillis(), REMEMBER.toMillis());
    if (context.isRestored()) {
      for (String id : restoredKeys(STATE)) {
        setCurrentKey(id);
        book.restore(AlertCodec.decode(alerts.value()), now());
      }
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    MetricGroup metrics = getMetricGroup().addGroup("alertmanager");
    metrics.gauge("open", book::open);
    old = metrics.counter("oldRevisions");
    pager = new Alertmanager(options);
    courier = courier("Alertmanager", options.interval(), metrics);
    tick(now());
  }

  @Override
  public void processElement(StreamRecord<Incident> element) throws Exception {
    Alert alert = book.take(element.getValue(), now());
    if (alert == null) {
      old.inc();
      return;
    }
    alerts.update(AlertCodec.encode(alert));
    send();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    book.snapshot(context.getCheckpointId());
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws Exception {
    super.notifyCheckpointComplete(checkpoint);
    book.completed(checkpoint, now());
    send();
  }

  private void tick(long time) {
    for (String id : book.forget(now())) {
      setCurrentKey(id);
      alerts.clear();
    }
    send();
    var unused = getProcessingTimeService().registerTimer(time + TICK_MS, this::tick);
  }

  private void send() {
    if (courier == null || !courier.isFree()) {
      return;
    }
    List<AlertNotice> notices = book.due(now(), BATCH);
    if (!notices.isEmpty()) {
      Instant now = Instant.ofEpochMilli(now());
      Instant until = now.plus(options.interval().multipliedBy(AlertBook.LIFE));
      courier.carry(
          pager.post(AlertmanagerJson.write(notices, now, until)), () -> delivered(notices));
    }
  }

  private void delivered(List<AlertNotice> notices) throws IOException {
    for (Alert alert : book.delivered(notices, now())) {
      setCurrentKey(alert.incident());
      alerts.update(AlertCodec.encode(alert));
    }
    send();
  }

  private long now() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }
}
