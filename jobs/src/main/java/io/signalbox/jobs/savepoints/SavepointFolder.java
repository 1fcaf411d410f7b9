// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.savepoints;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.IncrementalKeyedStateHandle;
import org.apache.flink.state.api.OperatorIdentifier;

/** A savepoint or checkpoint as a folder that can be looked into. */
final class SavepointFolder {
  private static final String METADATA = "_metadata";

  private SavepointFolder() {}

  /** The folder that Flink names by a URI. */
  static Path pathOf(String uri) {
    return Path.of(
        URI.create(uri.startsWith("file:///") ? uri : uri.replace("file:/", "file:///")));
  }

  /**
   * What it holds.
   *
   * @throws IOException when there is no savepoint in the folder
   */
  static CheckpointMetadata read(Path folder) throws IOException {
    Path file = folder.resolve(METADATA);
    if (!Files.isRegularFile(file)) {
      throw new IOException(folder + " is no savepoint: it has no " + METADATA);
    }
    ClassLoader loader = SavepointFolder.class.getClassLoader();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      return Checkpoints.loadCheckpointMetadata(in, loader, folder.toUri().toString());
    }
  }

  /**
   * Forgets the state of operators, so that a job without them can start from it. The savepoint
   * must be in canonical format, whose metadata alone says what belongs to it.
   */
  static void remove(Path folder, Collection<String> uids) throws IOException {
    Set<OperatorID> gone =
        uids.stream()
            .map(uid -> OperatorIdentifier.forUid(uid).getOperatorId())
            .collect(Collectors.toSet());
    CheckpointMetadata all = read(folder);
    List<OperatorState> kept =
        all.getOperatorStates().stream().filter(s -> !gone.contains(s.getOperatorID())).toList();
    try (OutputStream out = Files.newOutputStream(folder.resolve(METADATA))) {
      Checkpoints.storeCheckpointMetadata(
          new CheckpointMetadata(all.getCheckpointId(), kept, all.getMasterStates()), out);
    }
  }

  /** True when it holds keyed state of an operator. */
  static boolean has(CheckpointMetadata savepoint, String uid) {
    OperatorID id = OperatorIdentifier.forUid(uid).getOperatorId();
    return savepoint.getOperatorStates().stream()
        .filter(state -> state.getOperatorID().equals(id))
        .flatMap(state -> state.getStates().stream())
        .anyMatch(part -> !part.getManagedKeyedState().isEmpty());
  }

  /** True when the state of an operator is in files of RocksDB, which RocksDB alone can read. */
  static boolean isRocksDb(CheckpointMetadata savepoint, String uid) throws IOException {
    OperatorID id = OperatorIdentifier.forUid(uid).getOperatorId();
    for (OperatorState state : savepoint.getOperatorStates()) {
      if (state.getOperatorID().equals(id)) {
        return state.getStates().stream()
            .flatMap(part -> part.getManagedKeyedState().stream())
            .anyMatch(IncrementalKeyedStateHandle.class::isInstance);
      }
    }
    throw new IOException("no operator " + uid + " in this savepoint: is it one of detect or all?");
  }

  /** Deletes a folder with all it holds. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
