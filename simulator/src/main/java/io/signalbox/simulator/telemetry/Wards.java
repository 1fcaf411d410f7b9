// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import io.signalbox.simulator.vitals.Reading;
import io.signalbox.simulator.vitals.Vital;
import io.signalbox.simulator.world.Host;
import io.signalbox.simulator.world.Operation;
import io.signalbox.simulator.world.Peer;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Protocol;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Step;
import io.signalbox.simulator.world.Step.ModelCall;
import io.signalbox.simulator.world.Step.PeerCall;
import io.signalbox.simulator.world.Step.ServiceCall;
import io.signalbox.simulator.world.Subject;
import io.signalbox.simulator.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which vital signs there are of whom: a service that keeps no pool has none to be read. */
final class Wards {
  private static final String CONSUMER = "email";

  private final Map<Service, SortedSet<String>> callees = new HashMap<>();
  private final Map<Service, SortedSet<String>> databases = new HashMap<>();
  private final Map<Service, SortedSet<String>> providers = new HashMap<>();
  private final Map<Service, Boolean> caches = new HashMap<>();
  private final Map<Service, Boolean> endpoints = new HashMap<>();

  Wards(World world) {
    for (Operation operation : world.operations()) {
      if (operation.protocol() == Protocol.HTTP) {
        endpoints.put(operation.service(), true);
      }
      operation.steps().forEach(step -> note(operation.service(), step));
    }
  }

  /** What a pod says of itself. */
  List<Reading> ofProcess(Pod pod) {
    Service service = pod.service();
    List<Reading> readings = new ArrayList<>();
    if (service.language().equals("java")) {
      add(readings, pod, "", Vital.HEAP_USED, Vital.HEAP_AFTER_GC, Vital.HEAP_LIMIT);
      add(readings, pod, "", Vital.GC_PAUSES);
    }
    for (String database : databases.getOrDefault(service, new TreeSet<>())) {
      add(readings, pod, database, Vital.POOL_USED, Vital.POOL_MAX);
      add(readings, pod, database, Vital.POOL_PENDING, Vital.POOL_TIMEOUTS, Vital.QUERIES);
    }
    if (caches.containsKey(service)) {
      add(readings, pod, "", Vital.CACHE_HITS, Vital.CACHE_MISSES, Vital.CACHE_UPTIME);
    }
    if (service.name().equals(CONSUMER)) {
      add(readings, pod, "", Vital.LAG);
    }
    for (String provider : providers.getOrDefault(service, new TreeSet<>())) {
      add(readings, pod, provider, Vital.QUESTIONS, Vital.TOKENS);
    }
    for (String callee : callees.getOrDefault(service, new TreeSet<>())) {
      add(readings, pod, callee, Vital.DNS_LOOKUPS, Vital.DNS_FAILURES);
    }
    return readings;
  }

  /** What the cluster says of a pod, and with its first one of the service. */
  List<Reading> ofContainer(Pod pod) {
    List<Reading> readings = new ArrayList<>();
    add(readings, pod, "", Vital.READY, Vital.RESTARTS, Vital.PHASE);
    add(readings, pod, "", Vital.THROTTLED, Vital.PERIODS, Vital.SENT);
    if (pod.slot() == 0) {
      add(readings, pod, "", Vital.DESIRED, Vital.AVAILABLE);
      if (endpoints.containsKey(pod.service())) {
        add(readings, pod, "https://" + pod.service().name() + ":8443", Vital.CERTIFICATE);
      }
    }
    return readings;
  }

  /** What the agent of a machine says. */
  static List<Reading> ofHost(Host host) {
    List<Reading> readings = new ArrayList<>();
    add(readings, host, "", Vital.DISK, Vital.STEAL, Vital.CLOCK);
    return readings;
  }

  /** What a receiver says of a database. */
  static List<Reading> ofPeer(Peer peer) {
    List<Reading> readings = new ArrayList<>();
    if (peer.system().equals("postgresql")) {
      add(readings, peer, "", Vital.COMMITS);
      add(readings, peer, "", Vital.LEADERS);
    }
    return readings;
  }

  private void note(Service service, Step step) {
    if (step instanceof ServiceCall call) {
      callees.computeIfAbsent(service, s -> new TreeSet<>()).add(call.callee().service().name());
    } else if (step instanceof PeerCall call) {
      databases.computeIfAbsent(service, s -> new TreeSet<>()).add(call.peer().name());
      if (call.chance() < 1) {
        caches.put(service, true);
      }
    } else if (step instanceof ModelCall call) {
      SortedSet<String> asked = providers.computeIfAbsent(service, s -> new TreeSet<>());
      asked.add(call.provider().system());
      asked.add(call.fallback().system());
    }
  }

  private static void add(List<Reading> readings, Subject subject, String detail, Vital... vitals) {
    for (Vital vital : vitals) {
      readings.add(new Reading(vital, subject, detail));
    }
  }
}
