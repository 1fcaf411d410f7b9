// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

import io.signalbox.schemas.signals.OtlpWriter;
import io.signalbox.schemas.signals.ProtoWriter;

/** Who speaks, encoded once: resources of pods, of the cluster's view of them, hosts and peers. */
final class Resources {
  private static final int RESOURCE = 1;
  private static final int ATTRIBUTES = 1;
  private static final String NAMESPACE = "shop";
  private static final String REGION = "eu-central-1";

  private Resources() {}

  /** What a pod says of itself. */
  static byte[] pod(Pod pod) {
    Service service = pod.service();
    return resource(
        "service.name", service.name(),
        "service.namespace", NAMESPACE,
        "service.version", pod.version(),
        "service.instance.id", pod.name(),
        "deployment.environment.name", Origin.ENVIRONMENT,
        "k8s.namespace.name", NAMESPACE,
        "k8s.deployment.name", service.name(),
        "k8s.pod.name", pod.name(),
        "k8s.node.name", pod.host().node(),
        "cloud.region", REGION,
        "cloud.availability_zone", pod.zone(),
        "telemetry.sdk.name", "opentelemetry",
        "telemetry.sdk.language", service.language());
  }

  /** What the cluster says of a pod. */
  static byte[] clusterView(Pod pod) {
    return resource(
        "deployment.environment.name", Origin.ENVIRONMENT,
        "k8s.namespace.name", NAMESPACE,
        "k8s.deployment.name", pod.service().name(),
        "k8s.pod.name", pod.name(),
        "k8s.container.name", pod.service().name(),
        "k8s.node.name", pod.host().node(),
        "cloud.region", REGION,
        "cloud.availability_zone", pod.zone());
  }

  /** What the agent of a machine says. */
  static byte[] host(String name, String zone) {
    return resource(
        "host.name", name,
        "os.type", "linux",
        "deployment.environment.name", Origin.ENVIRONMENT,
        "k8s.node.name", name,
        "cloud.region", REGION,
        "cloud.availability_zone", zone);
  }

  /** What a receiver says of a database, cache or provider. */
  static byte[] peer(String name) {
    return resource(
        "service.name",
        name,
        "service.namespace",
        NAMESPACE,
        "service.instance.id",
        name + "-0",
        "deployment.environment.name",
        Origin.ENVIRONMENT);
  }

  private static byte[] resource(String... keysAndValues) {
    ProtoWriter out = new ProtoWriter(512);
    int mark = out.begin(RESOURCE);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      OtlpWriter.attribute(out, ATTRIBUTES, keysAndValues[i], keysAndValues[i + 1]);
    }
    out.end(mark);
    return out.toBytes();
  }
}
