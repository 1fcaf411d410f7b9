// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * What one would write first: each usage an object of state under its id, costs and sums of
 * doubles, each sum told whenever it changes. It refuses nothing and no price ever changes.
 */
final class NaiveCharges {
  private NaiveCharges() {}

  /** A usage, and what it cost. */
  public static final class Spent {
    public String id = "";
    public String tenant = "";
    public String model = "";
    public String team = "";
    public String feature = "";
    public long day;
    public int revision;
    public long input;
    public long cached;
    public long output;
    public double cost;

    /** What it is summed by. */
    public String sum() {
      return tenant + "|" + model + "|" + day;
    }
  }

  static DataStream<Spent> build(DataStream<byte[]> lines) {
    TypeInformation<Spent> type = Types.POJO(Spent.class);
    return lines
        .map(new Read())
        .returns(type)
        .uid("naive-read")
        .keyBy(spent -> spent.id, Types.STRING)
        .process(new Latest(type))
        .returns(type)
        .uid("naive-latest")
        .keyBy(Spent::sum, Types.STRING)
        .process(new Sum())
        .returns(type)
        .uid("naive-sum");
  }

  private static final class Read extends RichMapFunction<byte[], Spent> {
    private static final long serialVersionUID = 1;
    private transient ObjectMapper json;
    private transient Map<String, double[]> prices;

    @Override
    public void open(OpenContext context) {
      json = new ObjectMapper();
      prices =
          Map.of(
              "gpt-4.1", new double[] {2e-06, 5e-07, 8e-06},
              "gpt-5-mini", new double[] {2.5e-07, 2.5e-08, 2e-06},
              "gemini-2.5-pro", new double[] {1.25e-06, 3.125e-07, 1e-05},
              "claude-sonnet-4-5", new double[] {3e-06, 3e-07, 1.5e-05});
    }

    @Override
    public Spent map(byte[] line) throws IOException {
      JsonNode told = json.readTree(line);
      Spent spent = new Spent();
      spent.id = told.path("gen_ai.response.id").asText();
      spent.tenant = told.path("tenant").asText();
      spent.model = told.path("gen_ai.response.model").asText();
      spent.team = told.path("team").asText();
      spent.feature = told.path("feature").asText();
      spent.day = told.path("timestamp").asLong() / 86_400_000L;
      spent.revision = told.path("revision").asInt(1);
      spent.input = told.path("gen_ai.usage.input_tokens").asLong();
      spent.cached = told.path("gen_ai.usage.cache_read.input_tokens").asLong();
      spent.output = told.path("gen_ai.usage.output_tokens").asLong();
      double[] price = prices.getOrDefault(spent.model, new double[3]);
      spent.cost =
          (spent.input - spent.cached) * price[0]
              + spent.cached * price[1]
              + spent.output * price[2];
      return spent;
    }
  }

  private static final class Latest extends KeyedProcessFunction<String, Spent, Spent> {
    private static final long serialVersionUID = 1;
    private final TypeInformation<Spent> type;
    private transient ValueState<Spent> latest;

    Latest(TypeInformation<Spent> type) {
      this.type = type;
    }

    @Override
    public void open(OpenContext context) {
      latest = getRuntimeContext().getState(new ValueStateDescriptor<>("latest", type));
    }

    @Override
    public void processElement(Spent spent, Context context, Collector<Spent> out)
        throws IOException {
      Spent old = latest.value();
      if (old != null && old.revision >= spent.revision) {
        return;
      }
      if (old != null) {
        old.cost = -old.cost;
        out.collect(old);
      }
      latest.update(spent);
      out.collect(spent);
    }
  }

  private static final class Sum extends KeyedProcessFunction<String, Spent, Spent> {
    private static final long serialVersionUID = 1;
    private transient ValueState<Double> sum;

    @Override
    public void open(OpenContext context) {
      sum = getRuntimeContext().getState(new ValueStateDescriptor<>("sum", Types.DOUBLE));
    }

    @Override
    public void processElement(Spent spent, Context context, Collector<Spent> out)
        throws IOException {
      Double so = sum.value();
      double now = (so == null ? 0 : so) + spent.cost;
      sum.update(now);
      Spent told = new Spent();
      told.tenant = spent.tenant;
      told.model = spent.model;
      told.day = spent.day;
      told.cost = now;
      out.collect(told);
    }
  }
}
