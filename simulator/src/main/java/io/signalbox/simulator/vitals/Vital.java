// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.vitals;

import static io.signalbox.simulator.vitals.Form.COUNTER;
import static io.signalbox.simulator.vitals.Form.GAUGE;
import static io.signalbox.simulator.vitals.Form.HISTOGRAM;
import static io.signalbox.simulator.vitals.Form.LEVEL;
import static io.signalbox.simulator.vitals.GoodDay.always;
import static io.signalbox.simulator.vitals.GoodDay.counts;
import static io.signalbox.simulator.vitals.GoodDay.levels;

import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Pod;
import java.util.List;

/**
 * Metrics that a well-kept system has beside those of its requests, named as OpenTelemetry's
 * semantic conventions and the Collector's receivers name them.
 */
@SuppressWarnings("ImmutableEnumChecker") // lambdas that capture nothing that changes
public enum Vital {
  /** Heap in use, bytes. */
  HEAP_USED(LEVEL, "jvm.memory.used", "By", GoodDay::heap, "jvm.memory.type", "heap"),
  /** Heap still in use after garbage was collected, bytes. */
  HEAP_AFTER_GC(
      LEVEL, "jvm.memory.used_after_last_gc", "By", GoodDay::liveHeap, "jvm.memory.type", "heap"),
  /** Heap that there may be, bytes. */
  HEAP_LIMIT(LEVEL, "jvm.memory.limit", "By", always(Pod.MEMORY_LIMIT), "jvm.memory.type", "heap"),
  /** Pauses for collecting garbage. */
  GC_PAUSES(
      HISTOGRAM, "jvm.gc.duration", "s", GoodDay::pauses, "jvm.gc.name", "G1 Young Generation"),
  /** Connections in use. */
  POOL_USED(
      LEVEL,
      "db.client.connection.count",
      "{connection}",
      counts(3),
      "db.client.connection.state",
      "used"),
  /** Connections that there may be. */
  POOL_MAX(LEVEL, "db.client.connection.max", "{connection}", always(Vital.POOL)),
  /** Requests that wait for a connection. */
  POOL_PENDING(LEVEL, "db.client.connection.pending_requests", "{request}", counts(0.02)),
  /** Requests that waited in vain. */
  POOL_TIMEOUTS(COUNTER, "db.client.connection.timeouts", "{timeout}", always(0)),
  /** Operations on a database, as its client counts them. */
  QUERIES(HISTOGRAM, "db.client.operation.duration", "s", counts(25)),
  /** What the cache beside a container had. */
  CACHE_HITS(COUNTER, "redis.keyspace.hits", "{hit}", counts(45)),
  /** What it had not. */
  CACHE_MISSES(COUNTER, "redis.keyspace.misses", "{miss}", counts(5)),
  /** Time since it was started, seconds. */
  CACHE_UPTIME(LEVEL, "redis.uptime", "s", GoodDay::cacheUptime),
  /** Questions to a model provider. */
  QUESTIONS(
      HISTOGRAM,
      "gen_ai.client.operation.duration",
      "s",
      GoodDay::questions,
      "gen_ai.operation.name",
      "chat"),
  /** Tokens that a model provider counted. */
  TOKENS(
      HISTOGRAM,
      "gen_ai.client.token.usage",
      "{token}",
      GoodDay::tokens,
      "gen_ai.operation.name",
      "chat"),
  /** What a pod sends, bytes. */
  SENT(COUNTER, "k8s.pod.network.io", "By", GoodDay::sent, "direction", "transmit"),
  /** Records that a consumer group is behind. */
  LAG(GAUGE, "kafka.consumer_group.lag", "1", counts(4), "group", "order-mail", "topic", "orders"),
  /** Lookups of a name that gave an address. */
  DNS_LOOKUPS(HISTOGRAM, "dns.lookup.duration", "s", counts(2)),
  /** Lookups of a name that gave none. */
  DNS_FAILURES(HISTOGRAM, "dns.lookup.duration", "s", always(0), "error.type", "host_not_found"),
  /** Stretches in which a container wanted more processor than it may have. */
  THROTTLED(COUNTER, "container.cpu.throttling_data.throttled_periods", "{period}", counts(0.1)),
  /** Stretches that were counted. */
  PERIODS(COUNTER, "container.cpu.throttling_data.periods", "{period}", always(100)),
  /** 1 while a container is ready, else 0. */
  READY(GAUGE, "k8s.container.ready", "", GoodDay::ready),
  /** Restarts of a container. */
  RESTARTS(GAUGE, "k8s.container.restarts", "{restart}", GoodDay::restarts),
  /** Phase of a pod: 1 pending, 2 running. */
  PHASE(GAUGE, "k8s.pod.phase", "", always(2)),
  /** Pods that a deployment is to have. */
  DESIRED(GAUGE, "k8s.deployment.desired", "{pod}", GoodDay::pods),
  /** Pods that a deployment has. */
  AVAILABLE(GAUGE, "k8s.deployment.available", "{pod}", GoodDay::podsUp),
  /** Time that the certificate of an endpoint has left, seconds. */
  CERTIFICATE(GAUGE, "httpcheck.tls.cert_remaining", "s", GoodDay::certificate),
  /** Share of a disk in use. */
  DISK(GAUGE, "system.filesystem.utilization", "1", GoodDay::disk, "mountpoint", "/var/lib"),
  /** Share of the processor that others took. */
  STEAL(GAUGE, "system.cpu.utilization", "1", levels(0.004, 0.0005), "state", "steal"),
  /** By how much the clock is off, seconds. */
  CLOCK(GAUGE, "ntp.time.correction", "s", levels(0, 0.0004)),
  /** Times that another member came to lead. */
  LEADERS(COUNTER, "etcd_server_leader_changes_seen_total", "{change}", always(0)),
  /** Commits of a database. */
  COMMITS(COUNTER, "postgresql.commits", "1", counts(60));

  /** Connections that a pool may have. */
  public static final long POOL = 20;

  private final Form form;
  private final String metric;
  private final String unit;
  private final Usual usual;
  private final List<String> attributes;

  Vital(Form form, String metric, String unit, Usual usual, String... attributes) {
    this.form = form;
    this.metric = metric;
    this.unit = unit;
    this.usual = usual;
    this.attributes = List.of(attributes);
  }

  /** How it becomes a metric. */
  public Form form() {
    return form;
  }

  /** Name of the metric. */
  public String metric() {
    return metric;
  }

  /** Unit of the metric. */
  public String unit() {
    return unit;
  }

  /** Attributes of its point, keys and values in turn. */
  public List<String> attributes() {
    return attributes;
  }

  /** Attribute that tells what the detail of a reading is. */
  public String detailKey() {
    return switch (this) {
      case DNS_LOOKUPS, DNS_FAILURES -> "dns.question.name";
      case CERTIFICATE -> "http.url";
      case QUESTIONS, TOKENS -> "gen_ai.provider.name";
      case QUERIES -> "server.address";
      default -> "db.client.connection.pool.name";
    };
  }

  /** Of a histogram what one of those counted is like, in its unit. */
  public double each() {
    return switch (this) {
      case GC_PAUSES -> 0.03;
      case QUESTIONS -> 0.6;
      case TOKENS -> 50;
      default -> 0.004;
    };
  }

  /** What it reads on a good day. */
  public double usual(Reading reading, Dice dice, long atNs) {
    return usual.at(reading, dice, atNs);
  }
}
