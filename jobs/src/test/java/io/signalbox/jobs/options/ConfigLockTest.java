// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds the options to what is written of them; {@code -Dsignalbox.update} writes it anew. */
class ConfigLockTest {
  private static final Path ROOT = Path.of(System.getProperty("signalbox.root", ".."));
  private static final List<OptionSpec> SPECS = OptionSpec.of(JobOptions.class);

  @Test
  void noKeyTypeOrDefaultChangesUnseen() throws IOException {
    compare(ROOT.resolve("jobs/config.lock"), OptionsPage.lock(SPECS));
  }

  @Test
  void theReferencePageSaysWhatTheCodeDoes() throws IOException {
    compare(ROOT.resolve("docs/options.md"), OptionsPage.reference(SPECS));
  }

  @Test
  void theDefaultsAloneAreValid() {
    Bound<JobOptions> bound = JobOptions.bind(List.of(), Map.of());

    assertTrue(bound.effective().stream().allMatch(e -> e.setting().origin().equals("default")));
  }

  @Test
  void noTwoOptionsShareAKeyOrVariable() {
    assertEquals(SPECS.size(), new HashSet<>(SPECS.stream().map(OptionSpec::key).toList()).size());
    assertEquals(
        SPECS.size(), new HashSet<>(SPECS.stream().map(OptionSpec::environment).toList()).size());
  }

  private static void compare(Path file, String generated) throws IOException {
    if (System.getProperty("signalbox.update") != null) {
      Files.writeString(file, generated);
    }
    assertEquals(generated, Files.readString(file), "run with -Dsignalbox.update if it is meant");
  }
}
