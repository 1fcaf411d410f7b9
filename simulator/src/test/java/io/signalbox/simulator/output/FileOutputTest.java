// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.luben.zstd.ZstdInputStream;
import io.signalbox.simulator.Recording;
import io.signalbox.simulator.Simulation;
import io.signalbox.simulator.SimulationOptions;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOutputTest {
  private static final SimulationOptions OPTIONS =
      Recording.options(12, "2m", 5, "bad-deploy@30s+30s");

  @TempDir Path folder;

  @Test
  void aCaptureHoldsEveryRecordInItsFrame() throws IOException {
    Recording said = new Recording();
    Simulation.run(OPTIONS, said);
    write(folder);
    for (SignalTopic topic : SignalTopic.values()) {
      List<byte[]> expected =
          said.sent.stream().filter(s -> s.topic() == topic).map(Recording.Sent::record).toList();
      if (topic == SignalTopic.CHANGES) {
        assertEquals(said.changes, Files.readAllLines(folder.resolve(topic.file())));
        assertEquals(2, expected.size());
      } else {
        assertArrayEquals(expected.toArray(), read(folder.resolve(topic.file())).toArray());
      }
    }
  }

  @Test
  void theSameOptionsMakeTheSameFiles() throws IOException {
    write(folder.resolve("once"));
    write(folder.resolve("again"));
    for (SignalTopic topic : SignalTopic.values()) {
      assertEquals(
          -1,
          Files.mismatch(
              folder.resolve("once").resolve(topic.file()),
              folder.resolve("again").resolve(topic.file())));
    }
  }

  private static void write(Path folder) throws IOException {
    try (FileOutput output = new FileOutput(folder)) {
      Simulation.run(OPTIONS, output);
    }
  }

  private static List<byte[]> read(Path file) throws IOException {
    List<byte[]> records = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(new ZstdInputStream(Files.newInputStream(file)))) {
      while (true) {
        records.add(in.readNBytes(in.readInt()));
      }
    } catch (EOFException end) {
      return records;
    }
  }
}
