// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.PriceTelling;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.jobs.options.FinopsOptions;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.Timeless;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.jobs.topics.KafkaInputs;
import io.signalbox.schemas.finops.UsageBatch;
import io.signalbox.schemas.finops.UsageBatchType;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * What the finops job reads.
 *
 * @param usages as they were read, with timestamps and watermarks
 * @param prices what is told of prices, null when none is taken
 * @param refused what tells nothing of prices, null when none is taken
 * @param outcomes of the business, as they came, null when none are counted
 */
public record FinopsInputs(
    DataStream<UsageBatch> usages,
    @Nullable DataStream<PriceTelling> prices,
    @Nullable DataStream<DeadLetter> refused,
    @Nullable DataStream<Incoming> outcomes) {
  /** Wall time for the prices of a backlog to be read; few and small, they come with one fetch. */
  private static final Duration SETTLE = Duration.ofSeconds(5);

  /** Of which no outcomes are counted. */
  public FinopsInputs(
      DataStream<UsageBatch> usages,
      @Nullable DataStream<PriceTelling> prices,
      @Nullable DataStream<DeadLetter> refused) {
    this(usages, prices, refused, null);
  }

  /**
   * Reads usage events and prices from Kafka.
   *
   * @param spans GenAI spans and metrics, null when they are not charged
   * @param job name of the job, part of the consumer group
   */
  public static FinopsInputs read(
      StreamExecutionEnvironment environment,
      @Nullable DataStream<GenAiEvent> spans,
      JobOptions options,
      String job) {
    DataStream<UsageBatch> usages = events(environment, options, job);
    if (spans != null) {
      usages = withModels(usages, spans, options);
    }
    List<String> topics =
        options.finops().priceTopics().stream()
            .map(topic -> options.kafka().topicPrefix() + topic)
            .toList();
    if (topics.isEmpty()) {
      return new FinopsInputs(usages, null, null, outcomes(environment, options, job));
    }
    SingleOutputStreamOperator<PriceTelling> prices =
        environment
            .fromSource(
                new KafkaInputs(options.kafka(), job).source(topics),
                Timeless.<Incoming>after(SETTLE),
                "Take up prices")
            .setParallelism(1)
            .uid("take-up-prices")
            .process(new ReadPrices())
            .returns(TypeInformation.of(PriceTelling.class))
            .setParallelism(1)
            .uid("read-prices")
            .name("Read prices");
    return new FinopsInputs(
        usages,
        prices,
        prices.getSideOutput(ReadPrices.REFUSED),
        outcomes(environment, options, job));
  }

  /** The same with what spans or metrics say that models have used, one of them of each service. */
  static DataStream<UsageBatch> withModels(
      DataStream<UsageBatch> usages, DataStream<GenAiEvent> said, JobOptions options) {
    DataStream<UsageBatch> all = usages;
    if (options.finops().spans()) {
      all = all.union(ofSpans(said, options));
    }
    return options.finops().metered().isEmpty() ? all : all.union(ReadTokens.of(said, options));
  }

  private static DataStream<UsageBatch> events(
      StreamExecutionEnvironment environment, JobOptions options, String job) {
    FinopsOptions finops = options.finops();
    List<String> topics =
        finops.usageTopics().stream().map(t -> options.kafka().topicPrefix() + t).toList();
    return environment
        .fromSource(
            new KafkaInputs(options.kafka(), job)
                .source(topics, "", new ReadUsageRecord(finops.exchangeRates())),
            times(options.time().disorder()).withIdleness(options.time().idle()),
            "Read usages",
            new UsageBatchType())
        .uid("read-usages");
  }

  private static @Nullable DataStream<Incoming> outcomes(
      StreamExecutionEnvironment environment, JobOptions options, String job) {
    List<String> topics =
        options.finops().outcomeTopics().stream()
            .map(topic -> options.kafka().topicPrefix() + topic)
            .toList();
    return topics.isEmpty()
        ? null
        : environment
            .fromSource(
                new KafkaInputs(options.kafka(), job).source(topics),
                WatermarkStrategy.<Incoming>forBoundedOutOfOrderness(options.time().disorder())
                    .withTimestampAssigner((item, stamped) -> item.eventMs())
                    .withIdleness(options.time().idle()),
                "Take up outcomes")
            .uid("take-up-outcomes");
  }

  /** Event time as far as usages tell it; what was refused tells none. */
  public static WatermarkStrategy<UsageBatch> times(Duration disorder) {
    return UsageTimes.bounded(disorder);
  }

  private static DataStream<UsageBatch> ofSpans(DataStream<GenAiEvent> spans, JobOptions options) {
    return spans
        .flatMap(new ReadSpans(options.finops().exchangeRates(), options.finops().metered()))
        .returns(new UsageBatchType())
        .uid("read-spans")
        .name("Read spans");
  }
}
