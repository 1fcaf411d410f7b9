// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.PodName;
import io.signalbox.analytics.signals.ServiceIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Tells who an item is of. {@code service.name} of the resource is explicit; else the service is
 * derived: from the workload, pod or container of the resource, then of the item (receivers that
 * scrape put them on the points), then {@code service.name} of the item, then the host of either.
 *
 * <p>On an item {@code service.name} ranks behind the workload because there it is a label, such as
 * the job of a scrape, while the other series of the same pod are known by its workload. A resource
 * that states only a cluster, a namespace or nothing identifies no one.
 *
 * <p>Results are remembered by content, so that series that come again cost no string. An instance
 * belongs to one thread.
 */
public final class IdentityReader {
  private static final int SLOTS = 1 << 12;

  private final AttributeStrings strings = new AttributeStrings();
  private final long[] hashes = new long[SLOTS];
  private final @Nullable Found[] found = new Found[SLOTS];

  /** An identity, and whether it rests on more than the host, so that the item is not asked. */
  private record Found(ServiceIdentity identity, boolean settled) {}

  /** Who a resource alone says it is; not {@link ServiceIdentity#known} when it does not say. */
  public ServiceIdentity of(ResourceView resource) {
    return remembered(resource.attributes().hash(), resource.attributes(), null).identity;
  }

  /** Who all items of a resource are of, null when that hangs on what each of them says. */
  @Nullable ServiceIdentity ofAll(ResourceView resource) {
    Found byResource = remembered(resource.attributes().hash(), resource.attributes(), null);
    return byResource.settled ? byResource.identity : null;
  }

  /** Who an item is of, by its resource and by what it says itself. */
  public ServiceIdentity of(ItemView item) {
    AttributesView resource = item.resource().attributes();
    Found byResource = remembered(resource.hash(), resource, null);
    if (byResource.settled) {
      return byResource.identity;
    }
    long hash = Hash64.pair(resource.hash(), item.attributes().hash());
    return remembered(hash, resource, item.attributes()).identity;
  }

  /**
   * The version of a service by its resource, else by the span attribute {@code service.version} or
   * {@code version}; empty when neither states one.
   */
  public String versionOf(ServiceIdentity identity, SpanView span) {
    return identity.version().isEmpty()
        ? strings.first(span.attributes(), Convention.SERVICE_VERSION, Convention.BARE_VERSION)
        : identity.version();
  }

  private Found remembered(long hash, AttributesView resource, @Nullable AttributesView item) {
    int slot = (int) (hash & (SLOTS - 1));
    Found known = found[slot];
    if (known == null || hashes[slot] != hash) {
      known = read(resource, item);
      found[slot] = known;
      hashes[slot] = hash;
    }
    return known;
  }

  private Found read(AttributesView resource, @Nullable AttributesView item) {
    String explicit = strings.first(resource, Convention.SERVICE_NAME);
    String derived = explicit.isEmpty() ? workload(resource) : "";
    boolean settled = !explicit.isEmpty() || !derived.isEmpty();
    if (!settled && item != null) {
      derived = workload(item);
      explicit = derived.isEmpty() ? strings.first(item, Convention.SERVICE_NAME) : "";
    }
    if (explicit.isEmpty() && derived.isEmpty()) {
      derived = either(resource, item, Convention.HOST, Convention.K8S_NODE);
    }
    return new Found(identity(explicit, derived, resource, item), settled);
  }

  private ServiceIdentity identity(
      String explicit, String derived, AttributesView resource, @Nullable AttributesView item) {
    return new ServiceIdentity(
        explicit.isEmpty() ? derived : explicit,
        !derived.isEmpty(),
        either(resource, item, Convention.ENVIRONMENT, Convention.OLD_ENVIRONMENT),
        either(resource, item, Convention.SERVICE_VERSION),
        instance(resource, item),
        either(resource, item, Convention.ZONE),
        either(resource, item, Convention.K8S_NODE, Convention.HOST));
  }

  private String workload(AttributesView attributes) {
    String name =
        strings.first(
            attributes,
            Convention.K8S_DEPLOYMENT,
            Convention.K8S_STATEFUL_SET,
            Convention.K8S_DAEMON_SET,
            Convention.K8S_CRON_JOB,
            Convention.K8S_JOB);
    if (name.isEmpty()) {
      name = PodName.deployment(strings.first(attributes, Convention.K8S_REPLICA_SET));
    }
    if (name.isEmpty()) {
      name = PodName.workload(strings.first(attributes, Convention.K8S_POD));
    }
    if (name.isEmpty()) {
      name = strings.first(attributes, Convention.CONTAINER, Convention.K8S_CONTAINER);
    }
    return name.isEmpty() ? concerned(attributes) : name;
  }

  /** An event of Kubernetes is about the workload of the object that it names. */
  private String concerned(AttributesView attributes) {
    String name = strings.first(attributes, Convention.K8S_OBJECT);
    return switch (name.isEmpty() ? "" : strings.first(attributes, Convention.K8S_OBJECT_KIND)) {
      case "Pod" -> PodName.workload(name);
      case "ReplicaSet" -> PodName.deployment(name);
      case "Deployment", "StatefulSet", "DaemonSet", "CronJob", "Job", "HorizontalPodAutoscaler" ->
          name;
      default -> "";
    };
  }

  private String instance(AttributesView resource, @Nullable AttributesView item) {
    return either(
        resource,
        item,
        Convention.SERVICE_INSTANCE,
        Convention.K8S_POD_UID,
        Convention.K8S_POD,
        Convention.CONTAINER_ID,
        Convention.HOST_ID,
        Convention.HOST);
  }

  private String either(
      AttributesView resource, @Nullable AttributesView item, AttributeKey... keys) {
    String value = strings.first(resource, keys);
    return value.isEmpty() && item != null ? strings.first(item, keys) : value;
  }
}
