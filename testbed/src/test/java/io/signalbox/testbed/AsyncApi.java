// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes what is known of the topics as an AsyncAPI 3 document. */
final class AsyncApi {
  private static final YAMLMapper MAPPER =
      new YAMLMapper(
          YAMLMapper.builder()
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .build());

  private static final String ABOUT =
      "What the jobs of Signalbox write and read beside OpenTelemetry. Generated from the topics in"
          + " state-schemas and from topics.yaml; a test compares it. Records come exactly once:"
          + " read them with isolation.level=read_committed. Names have the option"
          + " kafka.topic-prefix before them.";

  /** What a topic is for, and what its records are keyed by. */
  private record About(String what, String key) {}

  private static final String SERVICE = "environment/service";

  private static final Map<String, About> TOPICS =
      Map.ofEntries(
          about("episodes", "Stretches of time in which something is not as usual.", "id"),
          about("symptoms", "Facts that the symptom table has a name for.", SERVICE),
          about("suspicions", "Single values that are improbable.", SERVICE),
          about("edges", "Windows of the dependency graph.", "environment/caller/callee"),
          about("changes", "Announced and inferred changes of services.", SERVICE),
          about("dead-letters", "Input that could not be used.", "topic/partition/offset"),
          about("telemetry-quality", "How much of the telemetry could be used.", SERVICE),
          about("gen-ai", "Calls of models and evaluations.", "trace, else " + SERVICE),
          about(
              "incidents",
              "One record for each revision of an incident; id and revision identify it, and the"
                  + " greatest revision holds. All revisions are kept for the compaction lag of 7"
                  + " days, the last one for good. With kafka.incidents=at-least-once a record is"
                  + " there before its checkpoint and may come again: take none whose revision is"
                  + " not greater than the one known.",
              "id"),
          about(
              "incident-events",
              "Beginnings and ends of incidents as CDEvents in CloudEvents envelopes; the id tells"
                  + " a repeated event.",
              "id of the incident"),
          about(
              "incident-windows",
              "Maintenance and silence, in event time; people write it. The last record of an id"
                  + " holds.",
              "id of the window"),
          about(
              "incident-feedback",
              "What people say about incidents; they write it.",
              "id of the incident"),
          about(
              "incident-questions",
              "What people ask about causes, in event time; they write it.",
              "id of the question"),
          about(
              "incident-answers",
              "Who is the likeliest cause at the time asked about, and why it is not another.",
              "id of the question"),
          about(
              "incident-measures",
              "What came of the incidents of a service on a day, as counts and sums; the greatest"
                  + " revision holds.",
              SERVICE + "/day"),
          about(
              "objective-windows",
              "Requests that counted for an objective, by window of event time. Written only with"
                  + " incidents.objectives.",
              "environment/objective"),
          about("late", "Items that came too late.", SERVICE),
          about("feedback", "What people say about alarms; they write it.", SERVICE),
          about(
              "incident-outcomes",
              "What came of recommendations; people and their tools write it.",
              "incident"),
          about("pattern-matches", "Known failures that were recognised.", "id"),
          about("pattern-verdicts", "What became of live rules.", "pattern/version"),
          about("symptom-verdicts", "What became of live symptom tables.", "table/version"),
          about(
              "quality-rates",
              "How good the answers of models were, by window of event time; the greatest revision"
                  + " of a window holds.",
              SERVICE + "/metric/segment/model"),
          about(
              "quality-shapes",
              "How lengths and scores of answers were spread against the first ones of their"
                  + " version, by window of event time.",
              SERVICE + "/metric/segment/model"),
          about(
              "drift-episodes",
              "Answers that are no longer as they were, found by the job quality when it runs for"
                  + " itself; in the job all they are in episodes.",
              "id"),
          about(
              "answer-labels",
              "What turned out to be true of answers; people and their tools write it.",
              "response_id"),
          about(
              "model-predictions",
              "What classical models predicted, by which scores and features; those who run them"
                  + " write it.",
              "prediction_id"),
          about(
              "decision-impact",
              "What came of the decisions of agents, by window of event time: completeness, mean"
                  + " outcomes, uplifts, cost of wrong ones; the greatest revision of a window"
                  + " holds.",
              "environment/agent/action/model/segment/role"),
          about("agent-decisions", "What agents and models decided; they write it.", "decision_id"),
          about(
              "decision-outcomes",
              "What came of decisions; business systems write it.",
              "decision_id"),
          about(
              "charges",
              "Rows of FOCUS 1.2; they are added, never changed, and those of an id sum to what it"
                  + " costs.",
              "id of the response"),
          about(
              "cost-totals",
              "What a tenant spent on a day under one value of a view; the greatest revision"
                  + " holds.",
              "view/tenant/value/day"),
          about(
              "cost-aggregates",
              "What was used and spent in an hour, day or month under one value of a dimension; the"
                  + " greatest revision holds. Written unless finops.aggregates is false.",
              "window/start/dimension/value"),
          about(
              "showback",
              "What each tenant is shown and charged in a month; the greatest revision holds."
                  + " Written unless finops.aggregates is false.",
              "start of the month/tenant"),
          about(
              "refused-usages",
              "Usages that are not charged, and why; withdrawn where that holds no more.",
              "id of the response, else source/line"),
          about(
              "price-quarantine",
              "Prices that changed by five times or more and wait, and what became of them; the last"
                  + " record holds.",
              "model/field/claimed at/ordinal"),
          about(
              "budget-alerts",
              "Thresholds of budgets that were reached, in the order of event time, and money that"
                  + " goes too fast; the last record of a threshold in a period holds. Written only"
                  + " with finops.budgets.",
              "budget"),
          about(
              "budget-states",
              "How budgets stand in each period; the last record holds. Written only with"
                  + " finops.budgets.",
              "budget/start of the period"),
          about(
              "cost-episodes",
              "Hours whose cost was not as usual, by whose cost it is, with what changed it; the"
                  + " greatest revision holds.",
              "id"),
          about(
              "workload-advice",
              "Whether to buy or to host what a workload asks for, told at the end of each day; the"
                  + " greatest revision holds. Written only with finops.policy.",
              "tenant/feature/data class"));

  private AsyncApi() {}

  private static Map.Entry<String, About> about(String topic, String what, String key) {
    return Map.entry(topic, new About(what, key));
  }

  /** The document. */
  static String of(List<TopicSpec> planned) throws JsonProcessingException {
    ObjectNode api = JsonNodeFactory.instance.objectNode();
    api.put("asyncapi", "3.0.0");
    api.putObject("info")
        .put("title", "Signalbox")
        .put("version", "1.0.0")
        .put("description", ABOUT);
    api.put("defaultContentType", "application/json");
    ObjectNode channels = api.putObject("channels");
    ObjectNode operations = api.putObject("operations");
    ObjectNode messages = api.putObject("components").putObject("messages");
    for (Topic<?> topic : Topics.ALL) {
      About about = Objects.requireNonNull(TOPICS.get(topic.name()), topic.name());
      TopicSpec spec =
          planned.stream().filter(one -> one.name().equals(topic.name())).findFirst().orElseThrow();
      channels.set(topic.name(), channel(topic, about, spec));
      operations.set(topic.name(), operation(topic));
      messages.set(topic.name(), message(topic, about));
    }
    return MAPPER.writeValueAsString(api);
  }

  private static ObjectNode channel(Topic<?> topic, About about, TopicSpec spec) {
    ObjectNode channel = JsonNodeFactory.instance.objectNode();
    channel.put("address", topic.name()).put("description", about.what());
    reference(channel.putObject("messages").putObject("record"), "components/messages", topic);
    ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
    kafka.put("partitions", spec.partitions());
    kafka.put("replicas", spec.replication());
    ObjectNode configuration = kafka.putObject("topicConfiguration");
    spec.config()
        .forEach(
            (option, value) -> {
              if (option.equals("cleanup.policy")) {
                configuration.putArray(option).add(value);
              } else {
                configuration.put(option, Long.parseLong(value));
              }
            });
    kafka.put("bindingVersion", "0.5.0");
    return channel;
  }

  private static ObjectNode operation(Topic<?> topic) {
    ObjectNode operation = JsonNodeFactory.instance.objectNode();
    operation.put("action", Topics.WRITTEN_BY_PEOPLE.contains(topic) ? "receive" : "send");
    reference(operation.putObject("channel"), "channels", topic);
    return operation;
  }

  private static ObjectNode message(Topic<?> topic, About about) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("summary", "A record of " + topic.name() + ".");
    ObjectNode headers = message.putObject("headers").put("type", "object");
    ObjectNode properties = headers.putObject("properties");
    header(properties, "type", "Name of the record.");
    header(properties, "event_ms", "Event time in epoch milliseconds, as text.");
    if (topic.progress()) {
      header(properties, "progress", "Alone: nothing up to this event time follows; no record.");
    }
    message
        .putObject("payload")
        .put("schemaFormat", "application/schema+json;version=draft-2020-12")
        .putObject("schema")
        .put(
            "$ref", "../state-schemas/src/main/resources/schemas/" + topic.name() + ".schema.json");
    ObjectNode kafka = message.putObject("bindings").putObject("kafka");
    kafka.putObject("key").put("type", "string").put("description", about.key());
    kafka.put("bindingVersion", "0.5.0");
    return message;
  }

  private static void header(ObjectNode properties, String name, String what) {
    properties.putObject(name).put("type", "string").put("description", what);
  }

  private static void reference(ObjectNode node, String place, Topic<?> topic) {
    node.put("$ref", "#/" + place + "/" + topic.name());
  }
}
