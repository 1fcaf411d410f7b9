// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Numbers the records of each key 1, 2, 3, ...: a gap or a repeat in its output proves state or
 * output that was lost or doubled. Arguments: bootstrap servers, input topic, output topic.
 */
public final class CountJob {
  private CountJob() {}

  /** Submits the job. */
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.fromSource(source(args[0], args[1]), WatermarkStrategy.noWatermarks(), "read")
        .uid("read")
        .keyBy(value -> value.substring(0, value.indexOf(' ')), Types.STRING)
        .process(new Count())
        .uid("count")
        .sinkTo(sink(args[0], args[2]))
        .uid("write");
    env.execute("count");
  }

  private static KafkaSource<String> source(String brokers, String topic) {
    return KafkaSource.<String>builder()
        .setBootstrapServers(brokers)
        .setTopics(topic)
        .setGroupId("count")
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setValueOnlyDeserializer(new SimpleStringSchema())
        .build();
  }

  private static KafkaSink<String> sink(String brokers, String topic) {
    Properties producer = new Properties();
    producer.setProperty("transaction.timeout.ms", "600000");
    return KafkaSink.<String>builder()
        .setBootstrapServers(brokers)
        .setKafkaProducerConfig(producer)
        .setRecordSerializer(
            KafkaRecordSerializationSchema.<String>builder()
                .setTopic(topic)
                .setValueSerializationSchema(new SimpleStringSchema())
                .build())
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix("count-")
        .build();
  }

  /** Puts the number of its key's records before each value. */
  static final class Count extends KeyedProcessFunction<String, String, String> {
    private static final long serialVersionUID = 1;
    private transient ValueState<Long> count;

    @Override
    public void open(OpenContext context) {
      count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
    }

    @Override
    public void processElement(String value, Context context, Collector<String> out)
        throws Exception {
      Long before = count.value();
      long now = before == null ? 1 : before + 1;
      count.update(now);
      out.collect(now + " " + value);
    }
  }
}
