// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.schemas.signals.MalformedTelemetry;
import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Reads what people have written by hand, and refuses what it cannot mean; a record without a value
 * only takes an earlier one off its topic.
 */
public final class ReadStatements<T> extends ProcessFunction<Incoming, T> {
  private static final long serialVersionUID = 1;

  /** What could not be read. */
  public static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("refused-statements", TypeInformation.of(DeadLetter.class));

  private final Reader<T> reader;

  /** Reads one statement. */
  @FunctionalInterface
  public interface Reader<T> extends Serializable {
    /** The statement in JSON. */
    T read(byte[] json) throws MalformedTelemetry;
  }

  /** Reads statements of one kind. */
  public ReadStatements(Reader<T> reader) {
    this.reader = reader;
  }

  /**
   * The statements of a stream; what cannot be read is the side output {@link #REFUSED}.
   *
   * @param name of the stream; part of the uid
   */
  public static <T> SingleOutputStreamOperator<T> from(
      DataStream<Incoming> said, String name, Class<T> type, Reader<T> reader) {
    return said.process(new ReadStatements<>(reader))
        .returns(TypeInformation.of(type))
        .uid("read-" + name)
        .name("Read " + name.replace('-', ' '));
  }

  @Override
  public void processElement(Incoming item, Context context, Collector<T> out) {
    if (item.value().length == 0) {
      return;
    }
    try {
      out.collect(reader.read(item.value()));
    } catch (MalformedTelemetry problem) {
      context.output(
          REFUSED,
          new DeadLetter(
              problem.reason(),
              problem.detail(),
              item.topic(),
              item.partition(),
              item.offset(),
              null,
              item.value()));
    }
  }
}
