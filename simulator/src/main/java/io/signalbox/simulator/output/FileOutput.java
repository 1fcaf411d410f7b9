// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.output;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a capture: for each kind of telemetry one zstd frame of repeated (4-byte big-endian
 * length, Export request), and the change events as lines of JSON. All four files are always made.
 */
public final class FileOutput implements SimulationOutput {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Map<SignalTopic, DataOutputStream> files = new EnumMap<>(SignalTopic.class);

  /**
   * Opens the files, replacing those of an earlier run.
   *
   * @param folder made if it does not exist
   * @throws IOException when it cannot be written
   */
  public FileOutput(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (SignalTopic topic : SignalTopic.values()) {
      OutputStream file =
          new BufferedOutputStream(Files.newOutputStream(folder.resolve(topic.file())));
      OutputStream packed =
          topic == SignalTopic.CHANGES
              ? file
              : new BufferedOutputStream(new ZstdOutputStream(file), BUFFER_BYTES);
      files.put(topic, new DataOutputStream(packed));
    }
  }

  @Override
  public void accept(SignalTopic topic, long atMs, byte[] record) throws IOException {
    DataOutputStream file = files.get(topic);
    if (file == null) {
      throw new IOException("no file for " + topic);
    }
    if (topic == SignalTopic.CHANGES) {
      file.write(record);
      file.write('\n');
    } else {
      file.writeInt(record.length);
      file.write(record);
    }
  }

  @Override
  public void close() throws IOException {
    List<IOException> problems = new ArrayList<>();
    for (DataOutputStream file : files.values()) {
      try {
        file.close();
      } catch (IOException problem) {
        problems.add(problem);
      }
    }
    if (!problems.isEmpty()) {
      throw problems.get(0);
    }
  }
}
