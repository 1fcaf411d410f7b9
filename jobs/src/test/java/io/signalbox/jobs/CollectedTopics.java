// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.jobs.topics.Outputs;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;

/** Takes what some topics would hold of a bounded job, exactly once, and discards the others. */
public final class CollectedTopics implements Outputs {
  private final Set<Topic<?>> taken;
  private final List<String> lines = new ArrayList<>();
  private @Nullable DataStream<String> all;

  /** Takes these. */
  public CollectedTopics(Topic<?>... taken) {
    this.taken = Set.of(taken);
  }

  @Override
  public <T> void write(DataStream<T> records, Topic<T> topic) {
    if (!taken.contains(topic)) {
      records.sinkTo(new DiscardingSink<>()).uid("discard-" + topic.name());
      return;
    }
    String name = topic.name();
    DataStream<String> json =
        records
            .map(record -> name + ' ' + new String(RecordJson.write(record), UTF_8))
            .returns(Types.STRING)
            .uid("json-" + name);
    all = all == null ? json : all.union(json);
  }

  /** Runs the job to its end. */
  public void execute() throws Exception {
    if (all == null) {
      throw new IllegalStateException("nothing to take");
    }
    try (CloseableIterator<String> each = all.executeAndCollect()) {
      each.forEachRemaining(lines::add);
    }
  }

  /** What a topic would hold, sorted by its JSON. */
  public <T> List<T> records(Topic<T> topic) throws IOException {
    List<T> records = new ArrayList<>();
    for (String line : lines.stream().sorted().toList()) {
      if (line.startsWith(topic.name() + ' ')) {
        byte[] json = line.substring(topic.name().length() + 1).getBytes(UTF_8);
        records.add(RecordJson.read(json, topic.type()));
      }
    }
    return records;
  }
}
