// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParquetFileTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;

  static List<Topic<?>> topics() {
    return Topics.ALL;
  }

  @ParameterizedTest
  @MethodSource("topics")
  void aFileHoldsWhatTheLinesSay(Topic<?> topic) throws IOException {
    Path lines = lines(topic, 50);

    ParquetFile.write(lines, topic, folder.resolve("a.parquet"));

    List<String> rows =
        ParquetRows.of(folder.resolve("a.parquet")).stream().map(Object::toString).toList();
    assertEquals(Files.readAllLines(lines), rows);
  }

  @Test
  void theSameLinesGiveTheSameBytes() throws IOException {
    Path lines = lines(Topics.INCIDENTS, 20);
    for (String name : List.of("a", "b")) {
      ParquetFile.write(lines, Topics.INCIDENTS, folder.resolve(name));
    }

    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a")), Files.readAllBytes(folder.resolve("b")));
  }

  @Test
  void aTopicWithoutRecordsIsAFileWithoutRows() throws IOException {
    Path lines = Files.createFile(folder.resolve("none.jsonl"));

    ParquetFile.write(lines, Topics.EDGES, folder.resolve("none.parquet"));

    assertEquals(List.of(), ParquetRows.of(folder.resolve("none.parquet")));
  }

  @Test
  void aLineThatIsNoRecordIsNamed() throws IOException {
    Path lines = Files.writeString(folder.resolve("bad.jsonl"), "{\"start_at\":17}\n");

    assertThrows(
        IOException.class,
        () -> ParquetFile.write(lines, Topics.EDGES, folder.resolve("bad.parquet")));
  }

  @Test
  void aFileIsWrittenWithNoHadoopInReach() throws Exception {
    Path lines = lines(Topics.INCIDENTS, 20);
    Path target = folder.resolve("alone.parquet");

    try (URLClassLoader alone = withoutHadoop()) {
      assertThrows(
          ClassNotFoundException.class,
          () -> alone.loadClass("org.apache.hadoop.conf.Configuration"));
      Class<?> topic = alone.loadClass(Topic.class.getName());
      Object incidents = alone.loadClass(Topics.class.getName()).getField("INCIDENTS").get(null);
      alone
          .loadClass(ParquetFile.class.getName())
          .getMethod("write", Path.class, topic, Path.class)
          .invoke(null, lines, incidents, target);
    }

    assertEquals(21, ParquetRows.of(target).size());
  }

  private static URLClassLoader withoutHadoop() throws IOException {
    List<URL> rest = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!Path.of(entry).getFileName().toString().startsWith("hadoop-")) {
        rest.add(Path.of(entry).toUri().toURL());
      }
    }
    return new URLClassLoader(rest.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
  }

  private <T> Path lines(Topic<T> topic, int count) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(line(SampleRecords.bare(topic.type())));
    for (int seed = 0; seed < count; seed++) {
      lines.add(line(SampleRecords.full(topic.type(), seed)));
    }
    return Files.write(folder.resolve(topic.name() + ".jsonl"), lines);
  }

  private static String line(Object item) throws IOException {
    String text = new String(RecordJson.write(item), StandardCharsets.UTF_8);
    return MAPPER.readTree(text).toString();
  }
}
