// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.language;

/** What a pattern is keyed by: events with the same key are matched together. */
public enum PatternKey {
  /** The service the event is about; sees events in role SELF. */
  SERVICE,
  /** Caller and callee. */
  EDGE,
  /** The observing service; sees its own events and those of its neighbours with their roles. */
  NEIGHBOURHOOD,
  /** The instance of a service. */
  INSTANCE,
  /** The node (host). */
  NODE,
  /** The zone. */
  ZONE,
  /** What the symptom is about: a name that is looked up, an endpoint, a cluster, a topic. */
  NAME,
  /** The tenant. */
  TENANT,
  /** The run of an agent. */
  AGENT,
  /** The model. */
  MODEL,
  /** The provider. */
  PROVIDER,
  /** Everything in one environment. */
  ENVIRONMENT
}
