// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import io.signalbox.schemas.signals.MalformedTelemetry;
import io.signalbox.schemas.signals.OtlpReader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The store of Kafka Streams, persistent and without a cache, read and written for every point, and
 * nothing else of it: no broker, no repartitioning, no changelog, no commits. The whole of Kafka
 * Streams is slower than this. RocksDB is that of Flink, because both carry the same classes.
 */
final class StreamsPeer implements AutoCloseable {
  private static final int ROW = 24;

  private final KeyValueStore<Long, byte[]> store;
  private final OtlpReader reader = new OtlpReader();
  private final Ewma ewma = new Ewma();
  private long unusual;

  StreamsPeer(Path folder) {
    Properties settings = new Properties();
    settings.put("application.id", "signalbox-bench");
    settings.put("bootstrap.servers", "127.0.0.1:1");
    settings.put("state.dir", folder.toString());
    MockProcessorContext<Void, Void> context =
        new MockProcessorContext<>(settings, new TaskId(0, 0), folder.toFile());
    store =
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore("ewma"), Serdes.Long(), Serdes.ByteArray())
            .withLoggingDisabled()
            .withCachingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
  }

  void take(byte[] request) throws MalformedTelemetry {
    reader.readMetrics(
        request, 0, request.length, point -> fold(point.seriesHash(), point.doubleValue()));
  }

  private void fold(long series, double value) {
    byte[] row = store.get(series);
    ByteBuffer bytes = row == null ? ByteBuffer.allocate(ROW) : ByteBuffer.wrap(row);
    ewma.count = bytes.getLong(0);
    ewma.mean = bytes.getDouble(8);
    ewma.variance = bytes.getDouble(16);
    unusual += ewma.add(value) ? 1 : 0;
    bytes.putLong(0, ewma.count).putDouble(8, ewma.mean).putDouble(16, ewma.variance);
    store.put(series, bytes.array());
  }

  /** Points that were found unusual. */
  long unusual() {
    return unusual;
  }

  /** Series that are stored; reads them all. */
  int series() {
    int count = 0;
    try (KeyValueIterator<Long, byte[]> rows = store.all()) {
      while (rows.hasNext()) {
        rows.next();
        count++;
      }
    }
    return count;
  }

  @Override
  public void close() {
    store.close();
  }
}
