// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.incidents.Incident;
import java.time.Instant;
import java.util.Optional;

/**
 * The beginning or the end of an incident as a CDEvent ({@code dev.cdevents.incident.detected},
 * {@code .resolved}; specification 0.4.1) in a CloudEvents 1.0 envelope in structured mode. There
 * is no {@code reported}: it means that a ticket was filed, which is for those to say who file it.
 *
 * @param specversion of CloudEvents
 * @param id incident and revision: the same event has the same id, so that readers know a repeated
 *     one
 * @param source of all events
 * @param type type and version of the CDEvent
 * @param time event time of the revision
 * @param subject id of the incident
 * @param datacontenttype of the data
 * @param data the CDEvent
 */
public record IncidentEvent(
    String specversion,
    String id,
    String source,
    String type,
    Instant time,
    String subject,
    String datacontenttype,
    Data data) {
  private static final String SOURCE = "/signalbox";
  private static final String UNKNOWN = "unknown";

  /** The CDEvent in the envelope. */
  public record Data(Context context, Subject subject) {}

  /** What the envelope says, in the words of CDEvents. */
  public record Context(String version, String id, String source, String type, Instant timestamp) {}

  /** The incident. */
  public record Subject(String id, String source, String type, Content content) {}

  /**
   * What is said of it.
   *
   * @param description its title
   * @param environment {@code unknown} when none is stated
   * @param service its first suspect
   */
  public record Content(String description, Reference environment, Reference service) {}

  /** Something known elsewhere. */
  public record Reference(String id) {}

  /** The event that a revision is; nothing for one that only knows more. */
  public static Optional<IncidentEvent> of(Incident incident) {
    return switch (incident.status()) {
      case OPEN, REOPENED, SPLIT -> Optional.of(of(incident, "detected"));
      case RESOLVED, MERGED -> Optional.of(of(incident, "resolved"));
      case UPDATED -> Optional.empty();
    };
  }

  private static IncidentEvent of(Incident incident, String predicate) {
    String id = incident.id() + "." + incident.revision();
    String type = "dev.cdevents.incident." + predicate + ".0.2.0";
    Instant at = incident.updatedAt();
    String service = incident.suspects().isEmpty() ? UNKNOWN : incident.suspects().get(0).node();
    String environment = incident.environment().isEmpty() ? UNKNOWN : incident.environment();
    Content content =
        new Content(incident.title(), new Reference(environment), new Reference(service));
    Data data =
        new Data(
            new Context("0.4.1", id, SOURCE, type, at),
            new Subject(incident.id(), SOURCE, "incident", content));
    return new IncidentEvent("1.0", id, SOURCE, type, at, incident.id(), "application/json", data);
  }
}
