// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys that events are matched by, as text: the kind of the key in lower case, a bar, the
 * environment, a slash and what the event says. The one place where they are made.
 */
public final class EventKeys {
  /** Kind of the keys of a service's own events. */
  public static final String SERVICE = "service";

  /** Kind of the keys of caller and callee. */
  public static final String EDGE = "edge";

  /** Kind of the keys of an observer. */
  public static final String NEIGHBOURHOOD = "neighbourhood";

  /** Kind of the keys of an instance. */
  public static final String INSTANCE = "instance";

  /** Kind of the keys of a host. */
  public static final String NODE = "node";

  /** Kind of the keys of a zone. */
  public static final String ZONE = "zone";

  /** Kind of the keys of what a symptom is about. */
  public static final String NAME = "name";

  /** Kind of the keys of a tenant. */
  public static final String TENANT = "tenant";

  /** Kind of the keys of a run of an agent. */
  public static final String AGENT = "agent";

  /** Kind of the keys of a model. */
  public static final String MODEL = "model";

  /** Kind of the keys of a provider. */
  public static final String PROVIDER = "provider";

  /** Kind of the keys of a whole environment. */
  public static final String ENVIRONMENT = "environment";

  private EventKeys() {}

  /** The key of a kind, such as {@code edge|production/checkout/payment}. */
  public static String of(String kind, String environment, String... parts) {
    StringBuilder key = new StringBuilder(kind).append('|').append(environment);
    for (String part : parts) {
      key.append('/').append(part);
    }
    return key.toString();
  }

  /** The kind of a key. */
  public static String kindOf(String key) {
    int bar = key.indexOf('|');
    return bar < 0 ? "" : key.substring(0, bar);
  }

  /**
   * The keys of an event in role SELF but those of places ({@link #places}): its service, the
   * neighbourhood of that, its environment, and what else it names.
   */
  public static List<String> of(PatternEvent event) {
    String environment = event.text(EventField.ENVIRONMENT);
    String service = event.text(EventField.SERVICE);
    List<String> keys = new ArrayList<>();
    keys.add(of(SERVICE, environment, service));
    keys.add(of(NEIGHBOURHOOD, environment, service));
    keys.add(of(ENVIRONMENT, environment));
    if (!event.text(EventField.PEER).isEmpty()) {
      keys.add(of(EDGE, environment, service, event.text(EventField.PEER)));
    }
    if (!event.text(EventField.INSTANCE).isEmpty()) {
      keys.add(of(INSTANCE, environment, service, event.text(EventField.INSTANCE)));
    }
    add(keys, NAME, environment, event.text(EventField.NAME));
    add(keys, TENANT, environment, event.text(EventField.TENANT));
    add(keys, AGENT, environment, event.text(EventField.RUN));
    add(keys, MODEL, environment, event.text(EventField.MODEL));
    return keys;
  }

  /** The keys of the places that an event names: host, zone and provider. */
  public static List<String> places(PatternEvent event) {
    String environment = event.text(EventField.ENVIRONMENT);
    List<String> keys = new ArrayList<>();
    add(keys, NODE, environment, event.text(EventField.NODE));
    add(keys, ZONE, environment, event.text(EventField.ZONE));
    add(keys, PROVIDER, environment, event.text(EventField.PROVIDER));
    return keys;
  }

  private static void add(List<String> keys, String kind, String environment, String part) {
    if (!part.isEmpty()) {
      keys.add(of(kind, environment, part));
    }
  }
}
