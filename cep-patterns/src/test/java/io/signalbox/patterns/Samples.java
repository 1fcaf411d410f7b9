// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns;

import io.signalbox.patterns.reading.PatternDocument;
import io.signalbox.patterns.reading.PatternReader;
import io.signalbox.patterns.reading.Reading;
import java.nio.file.Path;

/** Patterns for tests. */
public final class Samples {
  /** A pattern in which nothing is wrong. */
  public static final String DEPLOY =
      """
      apiVersion: signalbox/v1
      kind: FailurePattern
      metadata: {id: deploy, version: 1, severity: high}
      spec:
        key: service
        within: 15m
        sequence:
          - stage: deploy
            where: e.type == "change.deployed"
          - stage: errors
            where: e.type == "anomaly.opened" && e.version == deploy.version
        emit: {title: "{service} {deploy.version} fails", blame: deploy, confidence: 0.8}
      """;

  private Samples() {}

  /** The folder of the catalogue that ships. */
  public static Path catalogue() {
    return Path.of(System.getProperty("signalbox.root", "..")).resolve("flink-conf/patterns");
  }

  /** A pattern in which nothing is wrong. */
  public static PatternDocument read(String text) {
    Reading reading = PatternReader.read("sample.yaml", text);
    return reading.document().orElseThrow(() -> new AssertionError(reading.problems().toString()));
  }
}
