// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.patterns.EventKeys;
import io.signalbox.analytics.patterns.Hub;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.Role;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.schemas.patterns.HubCodec;
import io.signalbox.schemas.patterns.PatternEventCodec;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Tells a service's neighbours what has happened to it, so that a cascade over many services is
 * matched at one key. Hubs are services, which tell their callers and callees, and the places that
 * services share, which tell all who are there.
 */
public final class DeliverToNeighbours extends EventTimeFold<HubItem, PatternEvent, Hub> {
  private static final long serialVersionUID = 1;

  /** Identity in savepoints of the operator whose hubs are services. */
  public static final String UID = "deliver-to-neighbours";

  /** Identity in savepoints of the operator whose hubs are places. */
  public static final String PLACES_UID = "deliver-to-places";

  /** What the hubs of places are told. */
  public static final OutputTag<HubItem> PLACES =
      new OutputTag<>("places", TypeInformation.of(HubItem.class));

  private static final long BYTES_OF_MEMBER = 200;

  private final int fanOut;
  private transient Counter cutOff;

  /** Tells so many neighbours of one event, at most. */
  public DeliverToNeighbours(int fanOut) {
    super(new HubItemOrder(), TypeInformation.of(HubItem.class));
    this.fanOut = fanOut;
  }

  @Override
  public void open() throws Exception {
    super.open();
    cutOff = getMetricGroup().counter("signalbox_neighbours_not_told");
  }

  /** Deliveries of this task so far that the bound of the fan-out cut off. */
  long notTold() {
    return cutOff.getCount();
  }

  @Override
  protected String stateName() {
    return "hub";
  }

  @Override
  protected Hub decode(String key, byte @Nullable [] bytes) {
    Hub hub = new Hub(key, fanOut);
    if (bytes != null) {
      HubCodec.read(bytes, hub);
    }
    return hub;
  }

  @Override
  protected byte[] encode(Hub hub) {
    return HubCodec.write(hub);
  }

  @Override
  protected boolean staysDecoded() {
    return true;
  }

  @Override
  protected long bytesOf(Hub hub) {
    return BYTES_OF_MEMBER * (1 + hub.members.size() + hub.places.size());
  }

  @Override
  protected long bytesOfItem(HubItem item) {
    return BYTES_OF_MEMBER + item.event().length;
  }

  @Override
  protected boolean isOver(Hub hub) {
    return hub.isEmpty();
  }

  @Override
  protected void fold(Hub hub, long tickMs, List<HubItem> items, FoldOutput<PatternEvent> found) {
    long atMs = tickMs + SignalBatch.TICK_MS - 1;
    for (HubItem item : items) {
      switch (item.kind()) {
        case NEIGHBOUR -> hub.see(item.service(), Role.valueOf(item.role()), atMs);
        case PLACE -> place(hub, item, atMs, found);
        case CALLS -> calls(hub, item, atMs, found);
        case EVENT -> tell(hub, item, PatternEventCodec.decode(item.event()), atMs, found);
      }
    }
  }

  private static void place(Hub hub, HubItem item, long atMs, FoldOutput<PatternEvent> found) {
    String place = item.other();
    if (hub.seeAt(place, atMs)) {
      String kind = EventKeys.kindOf(place).toUpperCase(Locale.ROOT);
      found.collect(
          PLACES,
          HubItem.neighbour(
              place, atMs, item.environment(), item.service(), Role.valueOf("SAME_" + kind)));
    }
  }

  private void calls(Hub hub, HubItem item, long atMs, FoldOutput<PatternEvent> found) {
    PatternEvent news =
        hub.calls(item.environment(), item.service(), item.other(), item.calls(), atMs);
    if (news != null) {
      tell(hub, item, news, atMs, found);
    }
  }

  private void tell(
      Hub hub, HubItem item, PatternEvent event, long atMs, FoldOutput<PatternEvent> found) {
    long before = hub.cutOff;
    if (hub.isOfService()) {
      hub.own(event, atMs, found::collect);
      hub.atPlaces(
          event,
          atMs,
          (place, there) ->
              found.collect(
                  PLACES, HubItem.event(place, atMs, item.environment(), item.service(), there)));
    } else {
      found.collect(event.withKey(hub.key()));
    }
    hub.deliver(event, atMs, found::collect);
    cutOff.inc(hub.cutOff - before);
  }

  @Override
  protected void advance(Hub hub, long nowMs, FoldOutput<PatternEvent> found) {
    hub.sweep(nowMs);
  }

  @Override
  protected long nextWakeMs(Hub hub) {
    return hub.nextWakeMs();
  }
}
