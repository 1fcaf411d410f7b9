// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.patterns.language.Skip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardMatchesTest {
  private final List<Match> told = new ArrayList<>();

  private static Story deployThenErrors() {
    return new Story()
        .stage("deploy", "e.type == 'deploy'")
        .stage("errors", "e.type == 'errors' && e.version == deploy.version")
        .within(60)
        .skip(Skip.Kind.PAST_LAST_EVENT);
  }

  private static Story quietAfterDeploy() {
    return new Story()
        .stage("deploy", "e.type == 'deploy'")
        .never("beat", "e.type == 'beat'", Duration.ofSeconds(30))
        .cooldown(5);
  }

  private static PatternLists lists(Story... stories) {
    List<Story> all = List.of(stories);
    return new PatternLists(Matchers.of(all.stream().map(Story::compiled).toList()));
  }

  private ShardMatches filled(PatternLists lists) {
    ShardMatches shard = new ShardMatches(lists);
    shard.take(Story.event(1, "deploy", "v1"), told::add);
    shard.take(Story.event(2, "deploy", "v2"), told::add);
    shard.take(Story.event(3, "errors", "v2"), told::add);
    return shard;
  }

  @Test
  void theBytesOfVersion1AreReadForEver() throws IOException {
    PatternLists lists = lists(deployThenErrors(), quietAfterDeploy());
    byte[] written = ShardCodec.write(filled(lists));
    Path file =
        Path.of(System.getProperty("signalbox.root", ".."))
            .resolve("cep-patterns/src/test/resources/golden/shard-matches-1.hex");
    if (Boolean.getBoolean("golden.write") && !Files.exists(file)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, HexFormat.of().formatHex(written) + "\n");
    }
    byte[] stored = HexFormat.of().parseHex(Files.readString(file).strip());
    assertArrayEquals(stored, written);
    ShardMatches restored = ShardCodec.read(stored, lists);
    assertArrayEquals(stored, ShardCodec.write(restored));
    restored.take(Story.event(4, "errors", "v1"), told::add);
    assertEquals(1, told.size());
    restored.advance(100_000, told::add);
    assertEquals(List.of(4000L, 31_000L), told.stream().map(Match::atMs).toList());
  }

  @Test
  void aShardIsEmptyOnceEveryTimeIsOver() {
    ShardMatches shard = filled(lists(deployThenErrors(), quietAfterDeploy()));
    shard.advance(1_000_000, told::add);
    assertTrue(shard.isEmpty());
    assertEquals(Long.MAX_VALUE, shard.wakeMs());
  }

  @Test
  void whatAChangedPatternRememberedIsDroppedAndCounted() {
    byte[] bytes = ShardCodec.write(filled(lists(deployThenErrors())));
    ShardMatches restored = ShardCodec.read(bytes, lists(deployThenErrors().version(2)));
    assertTrue(restored.isEmpty());
    assertEquals(2, restored.tally().dropped);
  }

  @Test
  void anotherListTakesEffectAtItsEpochWhateverIsFoldedWhen() {
    for (List<Long> steps : List.of(List.of(20_000L, 40_000L), List.of(40_000L), List.<Long>of())) {
      PatternLists lists = lists(quietAfterDeploy());
      ShardMatches shard = new ShardMatches(lists);
      shard.take(Story.event(1, "deploy", "v1"), told::add);
      lists.add(31_000, Matchers.of(List.of(deployThenErrors().compiled())));
      steps.forEach(step -> shard.advance(step, told::add));
      shard.advance(41_000, told::add);
      shard.take(Story.event(41, "deploy", "v1"), told::add);
      shard.take(Story.event(42, "errors", "v1"), told::add);
      assertEquals(List.of(31_000L, 42_000L), told.stream().map(Match::atMs).toList());
      told.clear();
    }
  }
}
