// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.savepoints;

import io.signalbox.analytics.signals.NearNames;
import io.signalbox.jobs.detection.ScoreService;
import io.signalbox.schemas.signals.SignalBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;

/**
 * What detect knew when a savepoint, or a retained checkpoint, was taken; read through Flink's
 * State Processor API without the job.
 *
 * @param folder the one that holds {@code _metadata}
 */
public record Savepoint(Path folder) {
  private static final int NEAR = 3;

  /**
   * Every series of a service, by environment, instance and series.
   *
   * @throws IllegalArgumentException when the service is not there, naming those most like it
   * @throws IOException when there is no savepoint
   * @throws Exception what Flink throws when the state cannot be read
   */
  public List<SeriesBaseline> series(String service) throws Exception {
    TreeSet<String> known = new TreeSet<>();
    List<SeriesBaseline> all = new ArrayList<>();
    for (StoredBlock stored : read(service)) {
      var key = SignalBatch.shardOf(stored.key());
      known.add(key.service());
      if (stored.block().length > 0) {
        all.addAll(BlockReading.of(key, stored.block()));
      }
    }
    if (!known.contains(service)) {
      throw new IllegalArgumentException(unknown(service, known));
    }
    all.sort(
        Comparator.comparing(SeriesBaseline::environment)
            .thenComparing(SeriesBaseline::instance)
            .thenComparing(SeriesBaseline::kind)
            .thenComparing(SeriesBaseline::series));
    return all;
  }

  /**
   * The bytes of every block by key, for comparing what two jobs have learned.
   *
   * @throws IOException when there is no savepoint
   * @throws Exception what Flink throws when the state cannot be read
   */
  public SortedMap<String, byte[]> blocks() throws Exception {
    SortedMap<String, byte[]> blocks = new TreeMap<>();
    read(null).forEach(stored -> blocks.put(stored.key(), stored.block()));
    return blocks;
  }

  private List<StoredBlock> read(@Nullable String service) throws Exception {
    StreamExecutionEnvironment environment = environment();
    List<StoredBlock> found = new ArrayList<>();
    try (CloseableIterator<StoredBlock> all =
        SavepointReader.read(environment, folder.toAbsolutePath().toUri().toString(), backend())
            .readKeyedState(
                OperatorIdentifier.forUid(ScoreService.UID),
                new ReadBlocks(service),
                Types.STRING,
                TypeInformation.of(StoredBlock.class))
            .executeAndCollect("signalbox state")) {
      all.forEachRemaining(found::add);
    }
    return found;
  }

  private StateBackend backend() throws IOException {
    boolean files = SavepointFolder.isRocksDb(SavepointFolder.read(folder), ScoreService.UID);
    return files ? new EmbeddedRocksDBStateBackend() : new HashMapStateBackend();
  }

  private static StreamExecutionEnvironment environment() {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
    return StreamExecutionEnvironment.createLocalEnvironment(1, settings);
  }

  private static String unknown(String service, TreeSet<String> known) {
    List<String> near = NearNames.of(service, known, NEAR);
    String meant = near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    return "no service " + service + " among " + known.size() + " in this savepoint" + meant;
  }
}
