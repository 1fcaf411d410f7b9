// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a change says it does is read from its differences. */
class ChangeTextTest {
  private static ChangeText text(String... lines) {
    return new ChangeText(String.join("\n", lines));
  }

  @Test
  void aSettingThatIsSmallerIsLoweredWhateverItsUnit() {
    assertTrue(text("tune", "-  ttl: 15 * time.Minute", "+  ttl: 15 * time.Second").lowers());
    assertTrue(text("tune", "-wait = 5s", "+wait = 300ms").lowers());
    ChangeText more = text("tune", "-retries: 3", "+retries: 4");
    assertTrue(more.raises());
    assertFalse(more.lowers());
  }

  @Test
  void linesThatComeBackElsewhereAreMerelyReshaped() {
    ChangeText moved =
        text(
            "extract a helper",
            "-out = store.read(bucket, key)",
            "-return decode(out)",
            "+return fetch(bucket, key)",
            "+def fetch(bucket, key):",
            "+  out = store.read(bucket, key)",
            "+  return decode(out)");
    assertTrue(moved.isReshaped());
    assertFalse(text("drop the lock", "-mutex.lock()", "-defer mutex.unlock()").isReshaped());
  }

  @Test
  void whatIsTakenAwayForGoodIsGone() {
    ChangeText renamed = text("rename", "-  \"title\": text", "+  \"name\": text");
    assertTrue(renamed.gone.contains("titl"));
    assertTrue(renamed.come.contains("name"));
    assertFalse(renamed.gone.contains("text"));
  }

  @Test
  void documentsTestsAndStylesDoNotRun() {
    assertTrue(text("explain flags", "docs/flags.md").isInert());
    assertTrue(text("cover retries", "pkg/retry/backoff_test.go").isInert());
    assertTrue(text("docs: explain flags").isInert());
    assertFalse(text("tidy", "pkg/retry/backoff.go", "docs/retry.md").isInert());
  }

  @Test
  void theNextPatchOfADependencyIsNoMoreThanThat() {
    assertTrue(text("bump", "-example.org/rpc v1.62.0", "+example.org/rpc v1.62.1").isPatch());
    assertFalse(text("bump", "-example.org/rpc v1.62.0", "+example.org/rpc v1.64.0").isPatch());
  }

  @Test
  void aChangeOfWhatIsLoggedIsOfLogging() {
    assertTrue(
        text("say more", "-  log.debug(\"elected\")", "+  log.info(\"elected\")").isOfLogging());
    assertFalse(text("say more", "-  elect()", "+  log.info(\"elected\")").isOfLogging());
  }
}
