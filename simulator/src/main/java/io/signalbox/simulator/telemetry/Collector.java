// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import io.signalbox.schemas.signals.OtlpWriter;
import io.signalbox.schemas.signals.ProtoWriter;
import io.signalbox.simulator.output.SignalTopic;
import io.signalbox.simulator.output.SimulationOutput;
import io.signalbox.simulator.world.Conventions;
import io.signalbox.simulator.world.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Stands where an OpenTelemetry Collector stands: takes items as pods export them, a little after
 * their event time, and sends them on by the second, grouped by resource. So items are out of order
 * by less than {@link #LONGEST_DELAY} and a second.
 */
public final class Collector {
  /** Time from an item's event time to its export, less than this, nanoseconds. */
  public static final long LONGEST_DELAY = 700 * Origin.MILLI;

  private static final byte[] SCOPE = scope();

  private final SignalTopic topic;
  private final int largest;
  private final SimulationOutput output;
  private final PriorityQueue<Item> waiting = new PriorityQueue<>();
  private final ProtoWriter request = new ProtoWriter(1 << 17);
  private long received;

  /**
   * Makes one for a kind of telemetry.
   *
   * @param largest most items in a request, unless one export alone has more
   */
  public Collector(SignalTopic topic, int largest, SimulationOutput output) {
    this.topic = topic;
    this.largest = largest;
    this.output = output;
  }

  /**
   * Takes what a pod exports.
   *
   * @param at when it reaches the Collector, epoch nanoseconds
   * @param resource encoded resource; the same array means the same resource
   * @param fields encoded items, tags included
   * @param count how many items that are
   */
  public void take(long at, byte[] resource, byte[] fields, int count) {
    waiting.add(new Item(at, received++, resource, fields, count));
  }

  /** Sends on what has reached it before that time, epoch nanoseconds. */
  public void sendUntil(long until) throws IOException {
    List<Item> batch = new ArrayList<>();
    int items = 0;
    for (Item next = waiting.peek(); next != null && next.at < until; next = waiting.peek()) {
      if (items > 0 && items + next.count > largest) {
        send(batch, until);
        batch.clear();
        items = 0;
      }
      batch.add(waiting.remove());
      items += next.count;
    }
    if (!batch.isEmpty()) {
      send(batch, until);
    }
  }

  /** True when nothing waits to be sent. */
  public boolean isEmpty() {
    return waiting.isEmpty();
  }

  private void send(List<Item> batch, long at) throws IOException {
    Map<Resource, List<byte[]>> byResource = new LinkedHashMap<>();
    for (Item item : batch) {
      byResource
          .computeIfAbsent(new Resource(item.resource), r -> new ArrayList<>())
          .add(item.fields);
    }
    request.clear();
    byResource.forEach(
        (resource, items) ->
            OtlpWriter.resourceItems(
                request, resource.encoded, SCOPE, items, Conventions.SCHEMA_URL));
    output.accept(topic, at / Origin.MILLI, request.toBytes());
  }

  private static byte[] scope() {
    ProtoWriter out = new ProtoWriter(64);
    int mark = out.begin(1);
    out.text(1, "io.signalbox.simulator").text(2, "1");
    out.end(mark);
    return out.toBytes();
  }

  /** Compares by identity of the array, which stands for one life of one pod. */
  private record Resource(byte[] encoded) {}

  private record Item(long at, long order, byte[] resource, byte[] fields, int count)
      implements Comparable<Item> {
    @Override
    public int compareTo(Item other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }
}
