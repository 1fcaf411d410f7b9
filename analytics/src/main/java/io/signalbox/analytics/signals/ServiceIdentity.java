// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

/**
 * Who said something.
 *
 * @param service name of the service; empty when nothing tells it
 * @param derived true when there was no {@code service.name} and the service is named after its
 *     workload, container or host
 * @param environment deployment environment, empty when none is stated
 * @param version service version, empty when none is stated
 * @param instance the one process, pod, container or host of the service, empty when unknown
 * @param zone availability zone, empty when none is stated
 * @param node host or Kubernetes node it runs on, empty when none is stated
 */
public record ServiceIdentity(
    String service,
    boolean derived,
    String environment,
    String version,
    String instance,
    String zone,
    String node) {
  /** Nobody. */
  public static final ServiceIdentity NONE = new ServiceIdentity("", false, "", "", "", "", "");

  /** True when there is a service to hold to account; false means a dead letter. */
  public boolean known() {
    return !service.isEmpty();
  }
}
