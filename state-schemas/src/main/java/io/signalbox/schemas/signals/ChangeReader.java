// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.DeadLetterReason;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads changes of services from CDEvents (cdevents.dev, 0.x), bare or in a CloudEvents envelope in
 * structured mode, and changes of what a service reads from custom CDEvents, {@code
 * dev.cdeventsx.TOOL-SUBJECT.PREDICATE} with the subjects {@code config}, {@code flag}, {@code
 * replicas}, {@code model}, {@code prompt} and {@code index}. All other events are recognised and
 * passed over.
 */
public final class ChangeReader {
  private static final Pattern TYPE =
      Pattern.compile("dev\\.cdevents\\.([a-zA-Z]+)\\.([a-zA-Z]+)(\\..*)?");
  private static final Pattern CUSTOM_TYPE =
      Pattern.compile("dev\\.cdeventsx\\.[a-zA-Z0-9]+-([a-zA-Z]+)\\.[a-zA-Z]+(\\..*)?");
  private static final Set<String> KINDS =
      Set.of("deployed", "upgraded", "rolledback", "removed", "published");
  private static final Map<String, String> CUSTOM_KINDS =
      Map.of(
          "config", "config",
          "flag", "flag",
          "replicas", "scaled",
          "model", "model",
          "prompt", "prompt",
          "index", "index",
          "dependency", "dependency",
          "service", Change.OWNED);

  private static final JsonMapper MAPPER = new JsonMapper(OtlpJson.JSON);

  private ChangeReader() {}

  /**
   * Reads one event.
   *
   * @param json UTF-8
   * @return the change, or nothing for an event that is no change of a service
   * @throws MalformedTelemetry when it is no event, or a change of a service without its id, time
   *     or service
   */
  public static Optional<Change> read(byte[] json) throws MalformedTelemetry {
    JsonNode root = parse(json);
    boolean enveloped = root.has("specversion");
    JsonNode payload = enveloped ? data(root) : root;
    JsonNode context = payload.path("context");
    if (!enveloped && !context.isObject()) {
      throw malformed("neither a CDEvents nor a CloudEvents event");
    }
    String type = either(context.path("type"), root.path("type"));
    if (type.isEmpty()) {
      throw malformed("event without a type");
    }
    String kind = kind(type);
    return kind == null ? Optional.empty() : Optional.of(change(kind, root, context, payload));
  }

  private static @Nullable String kind(String type) {
    Matcher custom = CUSTOM_TYPE.matcher(type);
    if (custom.matches()) {
      return CUSTOM_KINDS.get(custom.group(1));
    }
    Matcher matcher = TYPE.matcher(type);
    if (!matcher.matches()) {
      return null;
    }
    String subject = matcher.group(1);
    String predicate = matcher.group(2);
    boolean merged = subject.equals("change") && predicate.equals(Change.MERGED);
    boolean change = merged || (subject.equals("service") && KINDS.contains(predicate));
    return change ? predicate : null;
  }

  private static Change change(String kind, JsonNode root, JsonNode context, JsonNode payload)
      throws MalformedTelemetry {
    JsonNode subject = payload.path("subject").isObject() ? payload.path("subject") : payload;
    JsonNode content = subject.path("content").isObject() ? subject.path("content") : subject;
    return new Change(
        required("id", either(context.path("id"), root.path("id"))),
        time(either(context.path("timestamp"), root.path("time"))),
        named(content.path("environment")),
        required("service", service(content, subject, root)),
        kind,
        isOver(kind, root, context) ? null : version(content, versionKey(kind), artifactKey(kind)),
        isOver(kind, root, context)
            ? version(content, versionKey(kind), artifactKey(kind))
            : version(content, "previousVersion", "previousArtifactId"),
        either(context.path("source"), root.path("source")),
        description(content.path("description").asText("")),
        false);
  }

  private static @Nullable String description(String text) {
    return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), Change.LONGEST));
  }

  /** A dependency names its callee where others name a version, a declared service its owner. */
  private static String versionKey(String kind) {
    return switch (kind) {
      case "dependency" -> "callee";
      case Change.OWNED -> "owner";
      default -> "version";
    };
  }

  /** Who owns a service is not said by what it runs. */
  private static String artifactKey(String kind) {
    return kind.equals(Change.OWNED) ? "" : "artifactId";
  }

  /** A dependency or an owner that was withdrawn is one that was. */
  private static boolean isOver(String kind, JsonNode root, JsonNode context) {
    return (kind.equals("dependency") || kind.equals(Change.OWNED))
        && either(context.path("type"), root.path("type")).contains(".withdrawn");
  }

  /** What the content calls the service, else the subject: by CDEvents that is the service. */
  private static String service(JsonNode content, JsonNode subject, JsonNode root) {
    String hint = either(named(content.path("service")), named(content.path("repository")));
    if (!hint.isEmpty()) {
      return hint;
    }
    String id = either(subject.path("id"), content.path("serviceName"));
    return id.isEmpty() ? root.path("subject").asText("") : id;
  }

  private static @Nullable String version(JsonNode content, String plain, String artifact) {
    String version = content.path(plain).asText("");
    return version.isEmpty() ? Purl.version(content.path(artifact).asText("")) : version;
  }

  /** A reference: its name or id, or the bare text. */
  private static String named(JsonNode reference) {
    return reference.isObject()
        ? either(reference.path("name"), reference.path("id"))
        : reference.asText("");
  }

  private static String either(String first, String second) {
    return first.isEmpty() ? second : first;
  }

  private static String either(JsonNode first, JsonNode second) {
    String text = first.asText("");
    return text.isEmpty() ? second.asText("") : text;
  }

  private static JsonNode data(JsonNode envelope) throws MalformedTelemetry {
    String encoded = envelope.path("data_base64").asText("");
    if (encoded.isEmpty()) {
      JsonNode data = envelope.path("data");
      return data.isTextual() ? parse(data.asText().getBytes(UTF_8)) : data;
    }
    try {
      return parse(Base64.getDecoder().decode(encoded));
    } catch (IllegalArgumentException notBase64) {
      throw malformed("data_base64 is not base64");
    }
  }

  private static JsonNode parse(byte[] json) throws MalformedTelemetry {
    try {
      JsonNode root = MAPPER.readTree(json);
      if (root != null && root.isObject()) {
        return root;
      }
    } catch (IOException broken) {
      throw OtlpJson.malformed(broken);
    }
    throw malformed("an event is a JSON object");
  }

  private static Instant time(String text) throws MalformedTelemetry {
    Instant time;
    try {
      time = OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException unreadable) {
      time = Instant.EPOCH;
    }
    if (!EventTime.possible(time)) {
      throw new MalformedTelemetry(
          DeadLetterReason.IMPOSSIBLE_TIME, "time of a change: \"" + text + "\"");
    }
    return time;
  }

  private static String required(String what, String text) throws MalformedTelemetry {
    if (text.isEmpty()) {
      throw malformed("change without " + what);
    }
    return text;
  }

  private static MalformedTelemetry malformed(String detail) {
    return new MalformedTelemetry(DeadLetterReason.MALFORMED, detail);
  }
}
