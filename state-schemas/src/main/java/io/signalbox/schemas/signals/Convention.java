// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** Attribute names of the OpenTelemetry semantic conventions, old and new. */
final class Convention {
  static final AttributeKey SERVICE_NAME = AttributeKey.of("service.name");
  static final AttributeKey K8S_DEPLOYMENT = AttributeKey.of("k8s.deployment.name");
  static final AttributeKey K8S_STATEFUL_SET = AttributeKey.of("k8s.statefulset.name");
  static final AttributeKey K8S_DAEMON_SET = AttributeKey.of("k8s.daemonset.name");
  static final AttributeKey K8S_CRON_JOB = AttributeKey.of("k8s.cronjob.name");
  static final AttributeKey K8S_JOB = AttributeKey.of("k8s.job.name");
  static final AttributeKey K8S_REPLICA_SET = AttributeKey.of("k8s.replicaset.name");
  static final AttributeKey K8S_POD = AttributeKey.of("k8s.pod.name");
  static final AttributeKey K8S_OBJECT = AttributeKey.of("k8s.object.name");
  static final AttributeKey K8S_OBJECT_KIND = AttributeKey.of("k8s.object.kind");
  static final AttributeKey CONTAINER = AttributeKey.of("container.name");
  static final AttributeKey K8S_CONTAINER = AttributeKey.of("k8s.container.name");
  static final AttributeKey HOST = AttributeKey.of("host.name");
  static final AttributeKey K8S_NODE = AttributeKey.of("k8s.node.name");
  static final AttributeKey ENVIRONMENT = AttributeKey.of("deployment.environment.name");
  static final AttributeKey OLD_ENVIRONMENT = AttributeKey.of("deployment.environment");
  static final AttributeKey SERVICE_VERSION = AttributeKey.of("service.version");
  static final AttributeKey BARE_VERSION = AttributeKey.of("version");
  static final AttributeKey SERVICE_INSTANCE = AttributeKey.of("service.instance.id");
  static final AttributeKey K8S_POD_UID = AttributeKey.of("k8s.pod.uid");
  static final AttributeKey CONTAINER_ID = AttributeKey.of("container.id");
  static final AttributeKey HOST_ID = AttributeKey.of("host.id");
  static final AttributeKey ZONE = AttributeKey.of("cloud.availability_zone");
  static final AttributeKey PEER_SERVICE = AttributeKey.of("peer.service");
  static final AttributeKey SERVICE_PEER = AttributeKey.of("service.peer.name");
  static final AttributeKey DESTINATION = AttributeKey.of("messaging.destination.name");
  static final AttributeKey OLD_DESTINATION = AttributeKey.of("messaging.destination");
  static final AttributeKey SERVER_ADDRESS = AttributeKey.of("server.address");
  static final AttributeKey NET_PEER_NAME = AttributeKey.of("net.peer.name");
  static final AttributeKey PEER_HOSTNAME = AttributeKey.of("peer.hostname");
  static final AttributeKey URL = AttributeKey.of("url.full");
  static final AttributeKey OLD_URL = AttributeKey.of("http.url");
  static final AttributeKey RPC_SERVICE = AttributeKey.of("rpc.service");
  static final AttributeKey DB_SYSTEM = AttributeKey.of("db.system.name");
  static final AttributeKey OLD_DB_SYSTEM = AttributeKey.of("db.system");
  static final AttributeKey GEN_AI_PROVIDER = AttributeKey.of("gen_ai.provider.name");
  static final AttributeKey GEN_AI_SYSTEM = AttributeKey.of("gen_ai.system");
  static final AttributeKey NETWORK_PEER = AttributeKey.of("network.peer.address");
  static final AttributeKey NET_PEER_IP = AttributeKey.of("net.peer.ip");
  static final AttributeKey END_USER = AttributeKey.of("enduser.id");
  static final AttributeKey PSEUDO_USER = AttributeKey.of("enduser.pseudo.id");
  static final AttributeKey USER = AttributeKey.of("user.id");
  static final AttributeKey USER_HASH = AttributeKey.of("user.hash");
  static final AttributeKey SESSION = AttributeKey.of("session.id");

  private Convention() {}
}
