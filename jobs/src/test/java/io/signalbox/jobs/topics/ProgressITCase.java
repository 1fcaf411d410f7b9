// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.schemas.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The way of records over a topic, with lists in the place of the broker. */
@Timeout(60)
class ProgressITCase {
  private static final int PARTITIONS = 4;
  private static final int MOST_RUNS = 10;
  private static final Duration STEP = Duration.ofSeconds(1);

  private final List<Change> changes =
      IntStream.range(0, 400).mapToObj(i -> Records.change(i, 100L * i)).toList();

  @Test
  void aReaderSeesEveryRecordAndNoneBehindItsWatermark() throws Exception {
    long last = Long.MIN_VALUE;
    for (int i = 0; i < MOST_RUNS && last < 0; i++) { // how sources take turns is up to Flink
      List<List<Incoming>> log = write(3);
      for (List<Incoming> partition : log) {
        assertEquals(39_899, partition.get(partition.size() - 1).eventMs());
      }
      last = latestWatermark(read(log));
    }
    assertTrue(last > 0, "the watermark moved while records came: " + last);
  }

  /** The latest watermark that a record met; all records must be there, none behind its own. */
  private long latestWatermark(List<Seen> seen) {
    assertEquals(changes, seen.stream().map(Seen::change).sorted(byNumber()).toList());
    for (Seen one : seen) {
      assertEquals(one.change.at().toEpochMilli(), one.timestamp);
      assertTrue(one.timestamp > one.watermark, one::toString);
    }
    return seen.stream().mapToLong(Seen::watermark).max().orElseThrow();
  }

  @Test
  void whatIsNoRecordGoesToTheDeadLetters() throws Exception {
    StreamExecutionEnvironment env = environment(1);
    byte[] bytes = {'{'};
    SingleOutputStreamOperator<Change> read =
        env.fromData(new Incoming("changes", 1, 42, 0, false, bytes))
            .uid("log")
            .process(new ReadRecords<>(Topics.CHANGES))
            .returns(Change.class)
            .uid("read");

    List<DeadLetter> letters = collect(read.getSideOutput(ReadRecords.DEAD_LETTERS));

    assertEquals(1, letters.size());
    assertEquals(42, letters.get(0).offset());
    assertEquals("malformed", letters.get(0).reason());
  }

  /** A change with its timestamp and the watermark it met. */
  public record Seen(Change change, long timestamp, long watermark) {}

  private List<List<Incoming>> write(int parallelism) throws Exception {
    StreamExecutionEnvironment env = environment(parallelism);
    DataStream<Change> records =
        env.fromData(changes)
            .uid("changes")
            .assignTimestampsAndWatermarks(exact())
            .uid("times")
            .setParallelism(1)
            .rebalance()
            .filter(change -> true)
            .uid("spread");
    List<List<Incoming>> log = new ArrayList<>();
    IntStream.range(0, PARTITIONS).forEach(p -> log.add(new ArrayList<>()));
    for (Outgoing item :
        collect(KafkaOutputs.outgoing(records, Topics.CHANGES, PARTITIONS, STEP))) {
      List<Incoming> partition = log.get(item.partition());
      partition.add(
          new Incoming(
              "changes",
              item.partition(),
              partition.size(),
              item.eventMs(),
              item.key() == null,
              item.value()));
    }
    return log;
  }

  private static List<Seen> read(List<List<Incoming>> log) throws Exception {
    StreamExecutionEnvironment env = environment(1);
    List<DataStream<Incoming>> partitions = new ArrayList<>();
    for (List<Incoming> partition : log) {
      partitions.add(
          env.fromData(partition)
              .uid("partition-" + partitions.size())
              .assignTimestampsAndWatermarks(ProgressWatermarks.strategy())
              .uid("progress-" + partitions.size()));
    }
    DataStream<Incoming> all = partitions.remove(0);
    for (DataStream<Incoming> partition : partitions) {
      all = all.union(partition);
    }
    return collect(
        all.process(new ReadRecords<>(Topics.CHANGES))
            .returns(Change.class)
            .uid("read")
            .process(new Look())
            .returns(Seen.class)
            .uid("look"));
  }

  private static final class Look extends ProcessFunction<Change, Seen> {
    @Override
    public void processElement(Change change, Context context, Collector<Seen> out) {
      long watermark = context.timerService().currentWatermark();
      out.collect(new Seen(change, context.timestamp(), watermark));
    }
  }

  /** A watermark right behind each record, because they come in order. */
  private static WatermarkStrategy<Change> exact() {
    return WatermarkStrategy.<Change>forGenerator(context -> new Exact())
        .withTimestampAssigner((change, stamped) -> change.at().toEpochMilli());
  }

  private static final class Exact implements WatermarkGenerator<Change> {
    @Override
    public void onEvent(Change change, long timestamp, WatermarkOutput output) {
      output.emitWatermark(new Watermark(timestamp - 1));
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      // said with each record
    }
  }

  private static <T> List<T> collect(DataStream<T> stream) throws Exception {
    List<T> items = new ArrayList<>();
    try (CloseableIterator<T> all = stream.executeAndCollect()) {
      all.forEachRemaining(items::add);
    }
    return items;
  }

  private static Comparator<Change> byNumber() {
    return Comparator.comparing(Change::at);
  }

  private static StreamExecutionEnvironment environment(int parallelism) {
    Configuration settings = new Configuration();
    settings.setString("pipeline.generic-types", "false");
    return StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
  }
}
